import type { Static } from "typebox";
import { oneOf, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const UnpublishFirmwareRequest = object({ checksum: text(32) });
export type UnpublishFirmwareRequest = Static<typeof UnpublishFirmwareRequest>;

export const UnpublishFirmwareResponse = object({
  status: oneOf(["DownloadOngoing", "NoFirmware", "Unpublished"]),
});
export type UnpublishFirmwareResponse = Static<typeof UnpublishFirmwareResponse>;
