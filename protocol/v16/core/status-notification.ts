import { request } from "../../../schemas/v16/core/status-notification.ts";
import type { StatusNotificationRequest } from "../../../schemas/v16/core/status-notification.ts";
import type { StatusFact } from "../../model/messages/fact.ts";
import { timestamp } from "../../payload/read.ts";

/** An EVSE has one connector in 1.6, so its number is the connectorId; 0 is the station (1.6 C §3.8). */
export function statusNotification(fact: StatusFact): StatusNotificationRequest {
  return {
    connectorId: fact.evse,
    errorCode: fact.errorCode === null ? "NoError" : errorCode(fact.errorCode),
    status: fact.status,
    timestamp: timestamp(fact.at),
  };
}

function errorCode(code: string): StatusNotificationRequest["errorCode"] {
  return request.properties.errorCode.enum.find((each) => each === code) ?? "OtherError";
}
