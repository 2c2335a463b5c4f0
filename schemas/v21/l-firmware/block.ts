import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import {
  FirmwareStatusNotificationRequest,
  FirmwareStatusNotificationResponse,
} from "./firmware-status-notification.ts";
import { PublishFirmwareRequest, PublishFirmwareResponse } from "./publish-firmware.ts";
import {
  PublishFirmwareStatusNotificationRequest,
  PublishFirmwareStatusNotificationResponse,
} from "./publish-firmware-status-notification.ts";
import { UnpublishFirmwareRequest, UnpublishFirmwareResponse } from "./unpublish-firmware.ts";
import { UpdateFirmwareRequest, UpdateFirmwareResponse } from "./update-firmware.ts";

const name = "L Firmware";

export const firmware: Catalogue = {
  FirmwareStatusNotification: station(
    name,
    FirmwareStatusNotificationRequest,
    FirmwareStatusNotificationResponse,
  ),
  PublishFirmware: csms(name, PublishFirmwareRequest, PublishFirmwareResponse),
  PublishFirmwareStatusNotification: station(
    name,
    PublishFirmwareStatusNotificationRequest,
    PublishFirmwareStatusNotificationResponse,
  ),
  UnpublishFirmware: csms(name, UnpublishFirmwareRequest, UnpublishFirmwareResponse),
  UpdateFirmware: csms(name, UpdateFirmwareRequest, UpdateFirmwareResponse),
};
