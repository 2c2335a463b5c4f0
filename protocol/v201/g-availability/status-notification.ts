import type { StatusNotificationRequest } from "../../../schemas/v201/g-availability/status-notification.ts";
import type { StatusFact } from "../../model/messages/fact.ts";
import { timestamp } from "../../payload/read.ts";
import type { ConnectorStatus } from "../../model/snapshot.ts";

type Word = StatusNotificationRequest["connectorStatus"];

/** 2.x knows only whether a connector is taken; what goes on there is told with the transaction (G01.FR.02). */
export function statusWord(status: ConnectorStatus, cable: boolean): Word {
  switch (status) {
    case "Available":
    case "Reserved":
    case "Unavailable":
    case "Faulted":
      return status;
    case "Preparing":
      return cable ? "Occupied" : "Available";
    case "Charging":
    case "SuspendedEV":
    case "SuspendedEVSE":
    case "Finishing":
      return "Occupied";
  }
}

export function statusNotification(fact: StatusFact): StatusNotificationRequest {
  return {
    timestamp: timestamp(fact.at),
    connectorStatus: statusWord(fact.status, fact.cable),
    evseId: fact.evse,
    connectorId: fact.connector,
  };
}
