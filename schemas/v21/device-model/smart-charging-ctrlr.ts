import { alsoNamed, component, optional, readOnly, readWrite, values } from "../../standard-variable.ts";

const purposes = values("PriorityCharging", "LocalGeneration");
const feature = (name: string) => alsoNamed(`SupportsFeature[${name}]`);

export const smartChargingCtrlr = component("SmartChargingCtrlr", [
  optional("ChargingProfilePersistence[ChargingStationExternalConstraints]", "boolean", readOnly),
  optional("ChargingProfilePersistence[LocalGeneration]", "boolean", readOnly),
  optional("ChargingProfilePersistence[TxProfile]", "boolean", readOnly),
  optional("ExternalConstraintsProfileDisallowed", "boolean", readWrite),
  optional("MaxExternalConstraintsId", "integer", readWrite),
  optional("SetpointPriority", "OptionList", readWrite, values("ExternalSystem", "CSMS")),
  optional("SupportedAdditionalPurposes", "MemberList", readOnly, purposes),
  optional("SupportsDynamicProfiles", "boolean", readOnly, feature("DynamicProfiles")),
  optional("SupportsEvseSleep", "boolean", readOnly, feature("EvseSleep")),
  optional("SupportsLimitAtSoC", "boolean", readOnly, feature("LimitAtSoC")),
  optional("SupportsMaxOfflineDuration", "boolean", readOnly, feature("MaxOfflineDuration")),
  optional("SupportsRandomizedDelay", "boolean", readOnly, feature("RandomizedDelay")),
  optional("SupportsUseLocalTime", "boolean", readOnly, feature("UseLocalTime")),
]);
