export { request, response } from "../../v201/l-firmware/unpublish-firmware.ts";
