import type { VersionBlock } from "../../model/version.ts";
import { authorize, readAuthorize } from "./authorize.ts";
import { clearCache } from "./clear-cache.ts";
import { variables } from "./variables.ts";

/** C: authorization. */
export const authorization: VersionBlock = {
  incoming: { ClearCache: clearCache },
  wording: {
    authorize: {
      message: (fact) => ({ action: "Authorize", payload: authorize(fact) }),
      answer: readAuthorize,
    },
  },
  settings: variables,
};
