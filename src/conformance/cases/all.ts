import type { ConformanceCase } from "../case.ts";
import { authorizeBlocked, authorizeExpired, authorizeInvalid } from "./v16/authorize.ts";
import { evSideDisconnected, identificationFirst, pluginFirst } from "./v16/charging-session.ts";
import { coldBoot } from "./v16/cold-boot.ts";
import { dataTransfer } from "./v16/data-transfer.ts";
import { validPassword } from "./v201/a00-security.ts";
import { coldBoot as coldBoot201 } from "./v201/b01-cold-boot.ts";
import { coldBootPending } from "./v201/b02-pending.ts";
import * as authorization201 from "./v201/c01-authorization.ts";
import { startEvConnected } from "./v201/e01-start-options.ts";
import { authorizationFirst } from "./v201/e03-authorization-first.ts";
import { endedWithQueue } from "./v201/e14-transaction-status.ts";

/** Every implemented case, in the order in which an audit runs them. */
export const cases: readonly ConformanceCase[] = [
  coldBoot,
  pluginFirst,
  identificationFirst,
  evSideDisconnected,
  authorizeInvalid,
  authorizeExpired,
  authorizeBlocked,
  dataTransfer,
  validPassword,
  coldBoot201,
  coldBootPending,
  authorization201.authorizeInvalid,
  authorization201.authorizeBlocked,
  authorizationFirst,
  startEvConnected,
  endedWithQueue,
];
