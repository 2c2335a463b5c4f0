import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { CheckDefinition, ConformanceCase } from "../../../case.ts";
import { told } from "../../../context/exchange.ts";
import { CaseStopped, Untestable } from "../../../context/stop.ts";
import { connected } from "../../../states/connected.ts";
import {
  bootAccepted,
  requireAccepted,
  statusAnswered,
  statusTold,
} from "../../../states/v201/b-provisioning/booted.ts";

const bootPending: CheckDefinition = {
  id: "boot-pending",
  requirement: "B02.FR.01",
  level: "SHALL",
  text: "The CSMS, set up to do so, answers the first boot with Pending.",
};

/** Seconds; a CSMS that lets the station wait longer between two boots would hold up the audit. */
const longestWait = 120;

export const coldBootPending: ConformanceCase = {
  id: "TC_B_02_CSMS",
  dialects: dialectsOf("2.x"),
  requirements: ["B02.FR.01", "B02.FR.06"],
  needs: { bootAnswers: true },
  checks: [bootPending, bootAccepted, statusAnswered],
  async run(t) {
    await t.arrangeBoot(["Pending"]);
    await connected(t);
    const first = await t.exchange("BootNotification");
    const status = told(first, "status");
    t.require(bootPending, status.value === "Pending", { expected: "status Pending", ...status });
    // B02.FR.04, B02.FR.07: the station waits so long, or as it thinks fit when told 0.
    const { interval } = first.response;
    // Its lack is named by the rule on schemas; nobody knows how long to wait now.
    if (typeof interval !== "number") throw new CaseStopped("no interval to wait for");
    if (interval > longestWait)
      throw new Untestable(
        `The CSMS lets the station wait ${interval} s for its second boot; set its interval to ${longestWait} s or less.`,
      );
    t.note(`waiting ${interval} s for the second boot, as the CSMS demands`);
    requireAccepted(
      t,
      await t.exchange("BootNotification", { delay: (interval === 0 ? longestWait : interval) * 1000 }),
    );
    await statusTold(t);
  },
};
