import { component, optional, readOnly, readWrite, seconds, unit, values } from "../../standard-variable.ts";

export const authCacheCtrlr = component("AuthCacheCtrlr", [
  optional("Available", "boolean", readOnly),
  optional("DisablePostAuthorize", "boolean", readWrite),
  optional("Enabled", "boolean", readWrite),
  optional("LifeTime", "integer", readWrite, seconds),
  optional("Policy", "OptionList", readWrite, values("LRU", "LFU", "FIFO", "CUSTOM")),
  optional("Storage", "integer", readOnly, unit("B")),
]);
