import { catalogue } from "../../schemas/v16/catalogue.ts";
import { errorCodes } from "../../schemas/v16/error-codes.ts";
import type { Version } from "../model/version.ts";
import { incoming } from "./incoming.ts";
import { answer, message, speaksOf } from "./outgoing.ts";
import { settings } from "./settings.ts";

/** How a 1.6 station behaves where versions differ. */
export const version: Version = {
  speaksOf,
  message,
  answer,
  incoming,
  knows: (action) => Object.hasOwn(catalogue, action),
  settings,
  fixed: {
    // A transaction begins when cable and authorization are both there; it ends with the authorization, which the
    // loss of the cable takes away if StopTransactionOnEVSideDisconnect says so (1.6 C §4.8, §4.10).
    startPoints: ["PowerPathClosed"],
    stopPoints: ["Authorized"],
    startedMeasurands: [],
    offlineThreshold: Infinity,
  },
  statusWord: (status) => status,
  stationStatus: true,
  idFromCsms: true,
  errorCodes,
  rejectedAnswer: null,
};
