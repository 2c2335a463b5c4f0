/**
 * The order in which both service descriptions want child elements, by the name of the message element or of the member
 * that holds them. Names that are missing here have no children. XML, unlike JSON, is wrong in another order.
 */

const status = ["status"];
const chargingProfile = [
  "chargingProfileId",
  "transactionId",
  "stackLevel",
  "chargingProfilePurpose",
  "chargingProfileKind",
  "recurrencyKind",
  "validFrom",
  "validTo",
  "chargingSchedule",
];
const meterValue = ["timestamp", "sampledValue"];
const dataTransfer = {
  dataTransferRequest: ["vendorId", "messageId", "data"],
  dataTransferResponse: ["status", "data"],
};

const csmsService = {
  authorizeRequest: ["idTag"],
  authorizeResponse: ["idTagInfo"],
  bootNotificationRequest: [
    "chargePointVendor",
    "chargePointModel",
    "chargePointSerialNumber",
    "chargeBoxSerialNumber",
    "firmwareVersion",
    "iccid",
    "imsi",
    "meterType",
    "meterSerialNumber",
  ],
  bootNotificationResponse: ["status", "currentTime", "interval"],
  diagnosticsStatusNotificationRequest: status,
  firmwareStatusNotificationRequest: status,
  heartbeatResponse: ["currentTime"],
  meterValuesRequest: ["connectorId", "transactionId", "meterValue"],
  startTransactionRequest: ["connectorId", "idTag", "timestamp", "meterStart", "reservationId"],
  startTransactionResponse: ["transactionId", "idTagInfo"],
  statusNotificationRequest: [
    "connectorId",
    "status",
    "errorCode",
    "info",
    "timestamp",
    "vendorId",
    "vendorErrorCode",
  ],
  stopTransactionRequest: ["transactionId", "idTag", "timestamp", "meterStop", "reason", "transactionData"],
  stopTransactionResponse: ["idTagInfo"],
};

const stationService = {
  cancelReservationRequest: ["reservationId"],
  cancelReservationResponse: status,
  changeAvailabilityRequest: ["connectorId", "type"],
  changeAvailabilityResponse: status,
  changeConfigurationRequest: ["key", "value"],
  changeConfigurationResponse: status,
  clearCacheResponse: status,
  clearChargingProfileRequest: ["id", "connectorId", "chargingProfilePurpose", "stackLevel"],
  clearChargingProfileResponse: status,
  getCompositeScheduleRequest: ["connectorId", "duration", "chargingRateUnit"],
  getCompositeScheduleResponse: ["status", "connectorId", "scheduleStart", "chargingSchedule"],
  getConfigurationRequest: ["key"],
  getConfigurationResponse: ["configurationKey", "unknownKey"],
  getDiagnosticsRequest: ["location", "startTime", "stopTime", "retries", "retryInterval"],
  getDiagnosticsResponse: ["fileName"],
  getLocalListVersionResponse: ["listVersion"],
  remoteStartTransactionRequest: ["connectorId", "idTag", "chargingProfile"],
  remoteStartTransactionResponse: status,
  remoteStopTransactionRequest: ["transactionId"],
  remoteStopTransactionResponse: status,
  reserveNowRequest: ["connectorId", "expiryDate", "idTag", "parentIdTag", "reservationId"],
  reserveNowResponse: status,
  resetRequest: ["type"],
  resetResponse: status,
  sendLocalListRequest: ["listVersion", "localAuthorizationList", "updateType"],
  sendLocalListResponse: status,
  setChargingProfileRequest: ["connectorId", "csChargingProfiles"],
  setChargingProfileResponse: status,
  triggerMessageRequest: ["requestedMessage", "connectorId"],
  triggerMessageResponse: status,
  unlockConnectorRequest: ["connectorId"],
  unlockConnectorResponse: status,
  updateFirmwareRequest: ["retrieveDate", "location", "retries", "retryInterval"],
};

/** Members that hold members; each name means the same wherever it occurs. */
const members = {
  idTagInfo: ["status", "expiryDate", "parentIdTag"],
  meterValue,
  transactionData: meterValue,
  sampledValue: ["value", "context", "format", "measurand", "phase", "location", "unit"],
  configurationKey: ["key", "readonly", "value"],
  localAuthorizationList: ["idTag", "idTagInfo"],
  chargingProfile,
  csChargingProfiles: chargingProfile,
  chargingSchedule: [
    "duration",
    "startSchedule",
    "chargingRateUnit",
    "chargingSchedulePeriod",
    "minChargingRate",
  ],
  chargingSchedulePeriod: ["startPeriod", "limit", "numberPhases"],
};

export const sequences: { readonly [element: string]: readonly string[] } = {
  ...dataTransfer,
  ...csmsService,
  ...stationService,
  ...members,
};
