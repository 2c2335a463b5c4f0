import type { ConformanceCase } from "../case.ts";
import {
  authorizeBlocked,
  authorizeExpired,
  authorizeInvalid,
} from "./v16/08-failed-charging-session/tc-023-authorize-refused.ts";
import {
  evSideDisconnected,
  identificationFirst,
  pluginFirst,
} from "./v16/02-charging-session/tc-005-1-ev-side-disconnected.ts";
import { coldBoot } from "./v16/01-cold-boot/tc-001-cold-boot.ts";
import { dataTransfer } from "./v16/20-data-transfer/tc-064-unknown-vendor.ts";
import { validPassword } from "./v201/a-security/tc-a-01-valid-password.ts";
import { coldBoot as coldBoot201 } from "./v201/b-provisioning/tc-b-01-cold-boot.ts";
import { coldBootPending } from "./v201/b-provisioning/tc-b-02-cold-boot-pending.ts";
import * as authorization201 from "./v201/c-authorization/tc-c-02-authorize-invalid.ts";
import { startEvConnected } from "./v201/e-transactions/tc-e-09-start-ev-connected.ts";
import { authorizationFirst } from "./v201/e-transactions/tc-e-04-authorization-first.ts";
import { endedWithQueue } from "./v201/e-transactions/tc-e-31-ended-with-queue.ts";

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
