import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { ConformanceCase } from "../../../case.ts";
import { bootAccepted, booted } from "../../../states/v201/b-provisioning/booted.ts";
import {
  checkTransactionAnswered,
  pluggedIn,
  transactionAnswered,
} from "../../../states/v201/e-transactions/energy-transfer-started.ts";

export const startEvConnected: ConformanceCase = {
  id: "TC_E_09_CSMS",
  dialects: dialectsOf("2.x"),
  requirements: ["E01.FR.02"],
  needs: {},
  settings: { "TxCtrlr.TxStartPoint": "EVConnected", "TxCtrlr.TxStopPoint": "EVConnected,Authorized" },
  checks: [bootAccepted, transactionAnswered],
  async run(t) {
    await booted(t);
    const started = await pluggedIn(t);
    checkTransactionAnswered(t, [started]);
  },
};
