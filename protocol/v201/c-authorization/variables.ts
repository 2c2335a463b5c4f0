import { standardVariables } from "../b-provisioning/standard-variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

/** Variables of block C (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  ...standardVariables("AuthCacheCtrlr", {
    Enabled: { default: "true", drives: "cacheEnabled" },
  }),
  ...standardVariables("AuthCtrlr", {
    AuthorizeRemoteStart: { default: "true", drives: "authorizeRemoteStart" },
    LocalAuthorizeOffline: { default: "true", drives: "offlineKnown" },
    LocalPreAuthorize: { default: "false", drives: "preAuthorize" },
    OfflineTxForUnknownIdEnabled: { default: "false", drives: "offlineUnknown" },
  }),
];
