import { boolean, integer, oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const APN = object({
  apn: text(512),
  apnUserName: optional(text(20)),
  apnPassword: optional(text(20)),
  simPin: optional(integer()),
  preferredNetwork: optional(text(6)),
  useOnlyPreferredNetwork: optional(boolean()),
  apnAuthentication: oneOf(["CHAP", "NONE", "PAP", "AUTO"]),
});

export const VPN = object({
  server: text(512),
  user: text(20),
  group: optional(text(20)),
  password: text(20),
  key: text(255),
  type: oneOf(["IKEv2", "IPSec", "L2TP", "PPTP"]),
});

export const NetworkConnectionProfile = object({
  /** 2.0.1 itself is written OCPP20. */
  ocppVersion: oneOf(["OCPP12", "OCPP15", "OCPP16", "OCPP20"]),
  ocppTransport: oneOf(["JSON", "SOAP"]),
  ocppCsmsUrl: text(512),
  /** Seconds. */
  messageTimeout: integer(),
  securityProfile: integer(),
  ocppInterface: oneOf([
    "Wired0",
    "Wired1",
    "Wired2",
    "Wired3",
    "Wireless0",
    "Wireless1",
    "Wireless2",
    "Wireless3",
  ]),
  apn: optional(APN),
  vpn: optional(VPN),
});

export const request = object({
  configurationSlot: integer(),
  connectionData: NetworkConnectionProfile,
});

export const response = reasoned(oneOf(["Accepted", "Rejected", "Failed"]));
