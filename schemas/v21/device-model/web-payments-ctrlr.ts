import { component, optional, required, seconds, values } from "../../standard-variable.ts";

export const webPaymentsCtrlr = component("WebPaymentsCtrlr", [
  optional("ChargingStationId", "string"),
  required("Length", "integer"),
  optional("QRCodeQuality", "OptionList", values("Low", "Medium", "Quartile", "High")),
  required("SharedSecret", "string"),
  required("TOTPVersion", "string"),
  optional("URLParameters", "MemberList", values("maxtime", "maxenergy", "maxcost")),
  required("URLTemplate", "string"),
  required("ValidityTime", "integer", seconds),
]);
