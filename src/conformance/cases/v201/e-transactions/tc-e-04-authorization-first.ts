import { dialectsOf } from "../../../../../protocol/dialect.ts";
import type { ConformanceCase } from "../../../case.ts";
import {
  authorizeAccepted,
  authorized,
  transactionTokenAccepted,
} from "../../../states/v201/c-authorization/authorized.ts";
import { bootAccepted, booted } from "../../../states/v201/b-provisioning/booted.ts";
import {
  checkTransactionAnswered,
  energyTransferStarted,
  startsWithEither,
  transactionAnswered,
} from "../../../states/v201/e-transactions/energy-transfer-started.ts";

export const authorizationFirst: ConformanceCase = {
  id: "TC_E_04_CSMS",
  dialects: dialectsOf("2.x"),
  requirements: ["E03.FR.02"],
  needs: { tokens: ["valid"] },
  settings: startsWithEither,
  checks: [bootAccepted, authorizeAccepted, transactionTokenAccepted, transactionAnswered],
  async run(t) {
    await booted(t);
    await authorized(t);
    checkTransactionAnswered(t, await energyTransferStarted(t));
  },
};
