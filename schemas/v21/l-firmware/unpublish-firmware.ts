export {
  UnpublishFirmwareRequest,
  UnpublishFirmwareResponse,
} from "../../v201/l-firmware/unpublish-firmware.ts";
