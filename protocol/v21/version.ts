import { catalogue } from "../../schemas/v21/catalogue.ts";
import { errorCodes } from "../../schemas/v21/error-codes.ts";
import { composeVersion } from "../model/compose-version.ts";
import { traits } from "../v201/version.ts";
import { blocks } from "./blocks.ts";

/** How a 2.1 station behaves where versions differ. */
export const version = composeVersion(
  {
    ...traits,
    knows: (action) => Object.hasOwn(catalogue, action),
    errorCodes,
    rejectedAnswer: errorCodes.security,
  },
  blocks,
);
