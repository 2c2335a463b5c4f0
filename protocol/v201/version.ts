import { catalogue } from "../../schemas/v201/catalogue.ts";
import { errorCodes } from "../../schemas/v201/error-codes.ts";
import { settingTable } from "../model/settings.ts";
import type { Version } from "../model/version.ts";

export const version: Version = {
  speaksOf: () => false,
  message: () => undefined,
  answer: () => ({ kind: "noted" }),
  incoming: {},
  knows: (action) => Object.hasOwn(catalogue, action),
  settings: settingTable([]),
  fixed: {},
  statusWord: (status) => status,
  stationStatus: false,
  idFromCsms: false,
  errorCodes,
  rejectedAnswer: null,
};
