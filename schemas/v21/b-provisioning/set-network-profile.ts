import { atLeast, oneOf, optional, text } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/set-network-profile.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const APN = revised(v201.APN, {
  apn: text(2000),
  apnUserName: optional(text(50)),
  apnPassword: optional(text(64)),
});

export const VPN = revised(v201.VPN, {
  server: text(2000),
  user: text(50),
  group: optional(text(50)),
  password: text(64),
});

const { ocppVersion, ocppInterface } = v201.NetworkConnectionProfile.properties;

export const NetworkConnectionProfile = revised(v201.NetworkConnectionProfile, {
  /** 2.0.1 is written OCPP20, as before, or OCPP201. */
  ocppVersion: optional(oneOf([...ocppVersion.enum, "OCPP201", "OCPP21"])),
  ocppCsmsUrl: text(2000),
  securityProfile: atLeast(0),
  ocppInterface: oneOf([...ocppInterface.enum, "Any"]),
  identity: optional(text(48)),
  basicAuthPassword: optional(text(64)),
  apn: optional(APN),
  vpn: optional(VPN),
});

export const request = revised(v201.request, {
  connectionData: NetworkConnectionProfile,
});

export const response = explained(v201.response);
