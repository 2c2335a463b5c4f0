import { standardVariable } from "../b-provisioning/standard-variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

/** Variables of block C (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  standardVariable("AuthCacheCtrlr.Enabled", { default: "true", drives: "cacheEnabled" }),
  standardVariable("AuthCtrlr.AuthorizeRemoteStart", { default: "true", drives: "authorizeRemoteStart" }),
  standardVariable("AuthCtrlr.LocalAuthorizeOffline", { default: "true", drives: "offlineKnown" }),
  standardVariable("AuthCtrlr.LocalPreAuthorize", { default: "false", drives: "preAuthorize" }),
  standardVariable("AuthCtrlr.OfflineTxForUnknownIdEnabled", { default: "false", drives: "offlineUnknown" }),
];
