import { catalogue } from "../../schemas/v201/catalogue.ts";
import { errorCodes } from "../../schemas/v201/error-codes.ts";
import { composeVersion } from "../model/compose-version.ts";
import type { VersionTraits } from "../model/version.ts";
import { blocks } from "./blocks.ts";
import { statusWord } from "./g-availability/status-notification.ts";

/** What 2.0.1 has in common with the version that extends it. */
export const traits: VersionTraits = {
  knows: (action) => Object.hasOwn(catalogue, action),
  fixed: {},
  statusWord,
  stationStatus: false,
  idFromCsms: false,
  errorCodes,
  rejectedAnswer: errorCodes.security,
};

/** How a 2.0.1 station behaves where versions differ. */
export const version = composeVersion(traits, blocks);
