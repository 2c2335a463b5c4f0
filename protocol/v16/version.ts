import { catalogue } from "../../schemas/v16/catalogue.ts";
import { errorCodes } from "../../schemas/v16/error-codes.ts";
import { composeVersion } from "../model/compose-version.ts";
import type { VersionTraits } from "../model/version.ts";
import { blocks } from "./blocks.ts";

const traits: VersionTraits = {
  knows: (action) => Object.hasOwn(catalogue, action),
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

/** How a 1.6 station behaves where versions differ. */
export const version = composeVersion(traits, blocks);
