import type { Static } from "typebox";
import { closed, dateTime, integer, oneOf, optional, text } from "../../shape.ts";

export const request = closed({
  /** 0 speaks for the station's main controller. */
  connectorId: integer(),
  status: oneOf([
    "Available",
    "Preparing",
    "Charging",
    "SuspendedEVSE",
    "SuspendedEV",
    "Finishing",
    "Reserved",
    "Unavailable",
    "Faulted",
  ]),
  errorCode: oneOf([
    "NoError",
    "ConnectorLockFailure",
    "EVCommunicationError",
    "GroundFailure",
    "HighTemperature",
    "InternalError",
    "LocalListConflict",
    "OtherError",
    "OverCurrentFailure",
    "OverVoltage",
    "PowerMeterFailure",
    "PowerSwitchFailure",
    "ReaderFailure",
    "ResetFailure",
    "UnderVoltage",
    "WeakSignal",
  ]),
  info: optional(text(50)),
  timestamp: optional(dateTime()),
  vendorId: optional(text(255)),
  vendorErrorCode: optional(text(50)),
});
export type StatusNotificationRequest = Static<typeof request>;

export const response = closed({});
