import { oneOf, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({ checksum: text(32) });

export const response = object({
  status: oneOf(["DownloadOngoing", "NoFirmware", "Unpublished"]),
});
