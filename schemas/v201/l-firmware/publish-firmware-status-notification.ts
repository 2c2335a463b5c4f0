import { integer, oneOf, optional, some, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  status: oneOf([
    "Idle",
    "DownloadScheduled",
    "Downloading",
    "Downloaded",
    "Published",
    "DownloadFailed",
    "DownloadPaused",
    "InvalidChecksum",
    "ChecksumVerified",
    "PublishFailed",
  ]),
  location: optional(some(text(512))),
  requestId: optional(integer()),
});

export const response = object({});
