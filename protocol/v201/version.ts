import { catalogue } from "../../schemas/v201/catalogue.ts";
import { errorCodes } from "../../schemas/v201/error-codes.ts";
import type { Version } from "../model/version.ts";
import { statusWord } from "./g-availability/status-notification.ts";
import { incoming } from "./incoming.ts";
import { answer, message, speaksOf } from "./outgoing.ts";
import { settings } from "./variables.ts";

/** How a 2.0.1 station behaves where versions differ. */
export const version: Version = {
  speaksOf,
  message,
  answer,
  incoming,
  knows: (action) => Object.hasOwn(catalogue, action),
  settings,
  fixed: {},
  statusWord,
  stationStatus: false,
  idFromCsms: false,
  errorCodes,
  rejectedAnswer: errorCodes.security,
};
