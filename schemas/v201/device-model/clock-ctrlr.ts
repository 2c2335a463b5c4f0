import {
  component,
  optional,
  readOnly,
  readWrite,
  required,
  seconds,
  values,
} from "../../standard-variable.ts";

const sources = values("Heartbeat", "NTP", "GPS", "RealTimeClock", "MobileNetwork", "RadioTimeTransmitter");

export const clockCtrlr = component("ClockCtrlr", [
  required("DateTime", "dateTime", readOnly),
  optional("NextTimeOffsetTransitionDateTime", "dateTime", readWrite),
  optional("NtpServerUri", "string", readWrite),
  optional("NtpSource", "OptionList", readWrite, values("DHCP", "manual")),
  optional("TimeAdjustmentReportingThreshold", "integer", readWrite, seconds),
  optional("TimeOffset", "string", readWrite),
  required("TimeSource", "SequenceList", readWrite, sources),
  optional("TimeZone", "string", readWrite),
]);
