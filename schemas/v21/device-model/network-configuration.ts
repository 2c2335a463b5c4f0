import {
  component,
  optional,
  readOnlyOrWrite,
  required,
  seconds,
  values,
  writeOnly,
} from "../../standard-variable.ts";

const interfaces = values(
  "Wired0",
  "Wired1",
  "Wired2",
  "Wired3",
  "Wireless0",
  "Wireless1",
  "Wireless2",
  "Wireless3",
  "Any",
);
const versions = values("OCPP12", "OCPP15", "OCPP16", "OCPP20", "OCPP201", "OCPP21");

/** One instance per configuration slot; writable where the station lets itself be configured so (B09.FR.10). */
export const networkConfiguration = component(
  "NetworkConfiguration",
  [
    optional("Apn", "string", readOnlyOrWrite),
    optional("ApnAuthentication", "string", readOnlyOrWrite, values("PAP", "CHAP", "NONE", "AUTO")),
    required("ApnEnabled", "boolean", readOnlyOrWrite),
    optional("ApnPassword", "string", writeOnly),
    optional("ApnUserName", "string", readOnlyOrWrite),
    required("BasicAuthPassword", "string", writeOnly),
    optional("CsmsRootCertificateHashAlgorithm", "string", readOnlyOrWrite),
    optional("CsmsRootCertificateIssuerKeyHash", "string", readOnlyOrWrite),
    optional("CsmsRootCertificateIssuerNameHash", "string", readOnlyOrWrite),
    optional("CsmsRootCertificateSerialNumber", "string", readOnlyOrWrite),
    optional("Identity", "string", readOnlyOrWrite),
    required("MessageTimeout", "integer", readOnlyOrWrite, seconds),
    required("OcppCsmsUrl", "string", readOnlyOrWrite),
    required("OcppInterface", "OptionList", readOnlyOrWrite, interfaces),
    required("OcppTransport", "OptionList", readOnlyOrWrite, values("JSON")),
    required("OcppVersion", "OptionList", readOnlyOrWrite, versions),
    optional("PreferredNetwork", "string", readOnlyOrWrite),
    required("SecurityProfile", "integer", readOnlyOrWrite),
    optional("SimPin", "string"),
    optional("UseOnlyPreferredNetwork", "boolean", readOnlyOrWrite),
    required("VpnEnabled", "boolean", readOnlyOrWrite),
    optional("VpnGroup", "string", readOnlyOrWrite),
    optional("VpnKey", "string"),
    optional("VpnPassword", "string", writeOnly),
    optional("VpnServer", "string", readOnlyOrWrite),
    optional("VpnType", "string", readOnlyOrWrite, values("IKEv2", "IPSec", "L2TP", "PPTP")),
    optional("VpnUser", "string", readOnlyOrWrite),
  ],
  "<configurationSlot>",
);
