import { oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  iso15118SchemaVersion: text(50),
  action: oneOf(["Install", "Update"]),
  /** Base64. */
  exiRequest: text(5600),
});

export const response = object({
  status: oneOf(["Accepted", "Failed"]),
  statusInfo: optional(StatusInfo),
  /** Base64. */
  exiResponse: text(5600),
});
