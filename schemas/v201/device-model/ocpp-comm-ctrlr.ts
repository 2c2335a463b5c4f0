import {
  atLeast,
  component,
  inText,
  optional,
  readOnly,
  readOnlyOrWrite,
  readWrite,
  required,
  seconds,
  values,
} from "../../standard-variable.ts";

const whenSigned = values("Never", "OncePerTransaction", "EveryMeterValue");
/** Optional in the appendix, required by Part 4 §8. */
const requiredByPart4 = inText({ required: "yes" });

export const ocppCommCtrlr = component("OCPPCommCtrlr", [
  optional("ActiveNetworkProfile", "string", readOnly, inText({ dataType: "integer" })),
  optional("FieldLength[<message>.<field>]", "integer", readOnly),
  required("FileTransferProtocols", "MemberList", readOnly, values("FTP", "FTPS", "HTTP", "HTTPS", "SFTP")),
  optional("HeartbeatInterval", "integer", readWrite, seconds, atLeast(1)),
  required("MessageAttemptInterval[TransactionEvent]", "integer", readWrite, seconds),
  required("MessageAttempts[TransactionEvent]", "integer", readWrite),
  required("MessageTimeout[Default]", "integer", readOnly, seconds),
  required("NetworkConfigurationPriority", "string", readWrite, inText({ dataType: "SequenceList" })),
  required("NetworkProfileConnectionAttempts", "integer", readWrite),
  required("OfflineThreshold", "integer", readWrite, seconds),
  optional("PublicKeyWithSignedMeterValue", "OptionList", readWrite, whenSigned),
  optional("QueueAllMessages", "boolean", readWrite),
  required("ResetRetries", "integer", readWrite),
  optional("RetryBackOffRandomRange", "integer", readWrite, seconds, requiredByPart4),
  optional("RetryBackOffRepeatTimes", "integer", readWrite, requiredByPart4),
  optional("RetryBackOffWaitMinimum", "integer", readWrite, seconds, requiredByPart4),
  required("UnlockOnEVSideDisconnect", "boolean", readOnlyOrWrite),
  optional("WebSocketPingInterval", "integer", readWrite, seconds, requiredByPart4),
]);
