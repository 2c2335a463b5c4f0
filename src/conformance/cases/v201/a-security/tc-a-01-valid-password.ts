import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { CheckDefinition, ConformanceCase } from "../../../case.ts";
import { goOnWhenOpen } from "../../../states/connected.ts";
import {
  bootAccepted,
  requireAccepted,
  statusAnswered,
  statusTold,
} from "../../../states/v201/b-provisioning/booted.ts";

const loginAccepted: CheckDefinition = {
  id: "login-accepted",
  requirement: "A00.FR.204, A00.FR.207",
  level: "SHALL",
  text: "The CSMS opens the connection for a station that logs in with its identity and the right password.",
};

/** Here a refusal is the CSMS's failure: the auditor says that it knows this password. */
export const validPassword: ConformanceCase = {
  id: "TC_A_01_CSMS",
  dialects: dialectsOf("2.x"),
  requirements: ["A00.FR.204", "B01.FR.02"],
  needs: { password: true },
  checks: [loginAccepted, bootAccepted, statusAnswered],
  async run(t) {
    t.powerOn();
    const handshake = await t.handshake();
    // A handshake that stumbled over the sub-protocol has let us in all the same.
    t.require(loginAccepted, handshake.outcome === "opened" || handshake.status === 101, {
      expected: "HTTP 101",
      actual: handshake.outcome === "opened" ? "HTTP 101" : handshake.text,
      frames: handshake.frames,
    });
    goOnWhenOpen(handshake);
    requireAccepted(t, await t.exchange("BootNotification"));
    await statusTold(t);
  },
};
