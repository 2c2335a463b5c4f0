import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { CheckDefinition, ConformanceCase } from "../../../case.ts";
import { show } from "../../../context/exchange.ts";
import { goOnWhenOpen } from "../../../states/connected.ts";
import {
  authorizeAccepted,
  transactionTokenAccepted,
} from "../../../states/v201/c-authorization/authorized.ts";
import { bootAccepted, booted } from "../../../states/v201/b-provisioning/booted.ts";
import { CraftedTransaction } from "../../../states/v201/e-transactions/crafted-transaction.ts";
import {
  checkTransactionAnswered,
  transactionAnswered,
} from "../../../states/v201/e-transactions/energy-transfer-started.ts";

const rightTransaction: CheckDefinition = {
  id: "status-of-transaction",
  requirement: "E14.FR.03, E14.FR.04",
  level: "SHALL",
  text: "The CSMS asks for the status of the transaction that ended.",
};

/** How long the station stays away, ms; the document leaves the duration to the tester. */
const offlineFor = 50;

/** Ended arrives before two earlier events, as from a station that sends what matters first. */
export const endedWithQueue: ConformanceCase = {
  id: "TC_E_31_CSMS",
  dialects: dialectsOf("2.x"),
  requirements: ["E14.FR.03", "E14.FR.04"],
  needs: { tokens: ["valid"], triggers: ["GetTransactionStatus"] },
  checks: [bootAccepted, authorizeAccepted, transactionTokenAccepted, rightTransaction, transactionAnswered],
  async run(t) {
    await booted(t);
    const transaction = new CraftedTransaction(t);
    const before = await transaction.energyTransferStarted();
    t.dropLink();
    await t.pause(offlineFor);
    t.reconnect();
    goOnWhenOpen(await t.handshake());
    await transaction.connector("Available");
    const ended = await transaction.event("Ended", "EVCommunicationLost", 5, "Idle", { offline: true });

    t.prepareAnswer("GetTransactionStatus", { ongoingIndicator: false, messagesInQueue: true });
    const asked = await t.ask({
      action: "GetTransactionStatus",
      payload: { transactionId: transaction.id },
      why: "to learn whether messages of the ended transaction are still to come",
    });
    t.check(rightTransaction, asked.payload["transactionId"] === transaction.id, {
      expected: `transactionId ${transaction.id}`,
      actual: `transactionId ${show(asked.payload["transactionId"])}`,
      frames: asked.frames,
    });

    const stopped = await transaction.event("Updated", "StopAuthorized", 3, "Charging", { offline: true });
    const connected = await transaction.event("Updated", "ChargingStateChanged", 4, "EVConnected", {
      offline: true,
    });
    checkTransactionAnswered(t, [...before, ended, stopped, connected]);
  },
};
