import { variable } from "../b-provisioning/variable.ts";
import type { VariableSpec } from "../b-provisioning/variable.ts";

/** Variables of block C (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  variable("AuthCacheCtrlr.Enabled", { default: "true", type: "boolean", drives: "cacheEnabled" }),
  variable("AuthCtrlr.AuthorizeRemoteStart", {
    default: "true",
    type: "boolean",
    drives: "authorizeRemoteStart",
  }),
  variable("AuthCtrlr.LocalAuthorizeOffline", { default: "true", type: "boolean", drives: "offlineKnown" }),
  variable("AuthCtrlr.LocalPreAuthorize", { default: "false", type: "boolean", drives: "preAuthorize" }),
  variable("AuthCtrlr.OfflineTxForUnknownIdEnabled", {
    default: "false",
    type: "boolean",
    drives: "offlineUnknown",
  }),
];
