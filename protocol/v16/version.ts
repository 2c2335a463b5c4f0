import { catalogue } from "../../schemas/v16/catalogue.ts";
import { errorCodes } from "../../schemas/v16/error-codes.ts";
import { settingTable } from "../model/settings.ts";
import type { Version } from "../model/version.ts";

export const version: Version = {
  message: () => undefined,
  answer: () => ({ kind: "noted" }),
  incoming: {},
  knows: (action) => Object.hasOwn(catalogue, action),
  settings: settingTable([]),
  fixed: {},
  statusWord: (status) => status,
  stationStatus: true,
  idFromCsms: true,
  errorCodes,
  rejectedAnswer: null,
};
