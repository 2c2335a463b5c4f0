import type { VersionBlock } from "../../model/version.ts";
import { readBootAnswer } from "../../model/provisioning/boot-answer.ts";
import { bootNotification } from "./boot-notification.ts";
import { getBaseReport } from "./get-base-report.ts";
import { getVariables } from "./get-variables.ts";
import { reset } from "./reset.ts";
import { setVariables } from "./set-variables.ts";
import { variables } from "./variables.ts";

/** B: provisioning. */
export const provisioning: VersionBlock = {
  incoming: {
    GetBaseReport: getBaseReport,
    GetVariables: getVariables,
    Reset: reset,
    SetVariables: setVariables,
  },
  wording: {
    boot: {
      message: (fact, station) => ({ action: "BootNotification", payload: bootNotification(fact, station) }),
      answer: readBootAnswer,
    },
  },
  settings: variables,
};
