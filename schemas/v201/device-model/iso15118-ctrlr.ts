import { component, optional, readWrite, required } from "../../standard-variable.ts";

export const iso15118Ctrlr = component("ISO15118Ctrlr", [
  optional("CentralContractValidationAllowed", "boolean", readWrite),
  optional("ContractCertificateInstallationEnabled", "boolean", readWrite),
  required("ContractValidationOffline", "boolean", readWrite),
  optional("CountryName", "string", readWrite),
  optional("MaxScheduleEntries", "integer"),
  optional("OrganizationName", "string", readWrite),
  optional("PnCEnabled", "boolean", readWrite),
  optional("RequestedEnergyTransferMode", "OptionList"),
  optional("RequestMeteringReceipt", "boolean", readWrite),
  optional("SeccId", "string", readWrite),
  optional("V2GCertificateInstallationEnabled", "boolean", readWrite),
]);
