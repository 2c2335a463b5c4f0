import { component, optional, readOnly, readWrite } from "../../standard-variable.ts";

export const reservationCtrlr = component("ReservationCtrlr", [
  optional("Available", "boolean", readOnly),
  optional("Enabled", "boolean", readWrite),
  optional("NonEvseSpecific", "boolean", readOnly),
]);
