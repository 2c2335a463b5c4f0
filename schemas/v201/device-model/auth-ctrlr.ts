import {
  atMost,
  component,
  optional,
  readOnly,
  readOnlyOrWrite,
  readWrite,
  required,
} from "../../standard-variable.ts";

export const authCtrlr = component("AuthCtrlr", [
  optional("AdditionalInfoItemsPerMessage", "integer", readOnly),
  required("AuthorizeRemoteStart", "boolean", readOnlyOrWrite),
  optional("DisableRemoteAuthorization", "boolean", readWrite),
  optional("Enabled", "boolean", readWrite),
  required("LocalAuthorizeOffline", "boolean", readWrite),
  required("LocalPreAuthorize", "boolean", readWrite),
  optional("MasterPassGroupId", "string", readWrite, atMost(36)),
  optional("OfflineTxForUnknownIdEnabled", "boolean", readWrite),
]);
