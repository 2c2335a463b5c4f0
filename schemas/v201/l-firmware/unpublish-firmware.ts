import { oneOf, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const UnpublishFirmwareRequest = object({ checksum: text(32) });

export const UnpublishFirmwareResponse = object({
  status: oneOf(["DownloadOngoing", "NoFirmware", "Unpublished"]),
});
