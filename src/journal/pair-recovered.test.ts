import { expect, it } from "vitest";
import { Ledgers } from "./ledger.ts";
import { pairRecovered } from "./pair-recovered.ts";
import { start16, Traffic } from "./testing/traffic.ts";

const t = new Traffic("1.6J");
const call = t.call("StartTransaction", start16);
const answer = t.result(call, { transactionId: 5, idTagInfo: { status: "Accepted" } });
const torn = { ...answer, pair: null, latency: null, marks: ["recovered"] };

it("pairs an answer with the CALL that was open, so that a transaction has its id", () => {
  const ledgers = new Ledgers();
  ledgers.resume([call]);
  const frames = pairRecovered([torn], [call]);
  expect(frames).toMatchObject([{ pair: call.id }]);
  expect(ledgers.observe(frames).transactions).toMatchObject([{ transactionId: "5" }]);
});

it("pairs it with a CALL that was torn off with it, and no second one", () => {
  expect(pairRecovered([call, torn, torn], []).map(({ pair }) => pair)).toEqual([null, call.id, null]);
});

it("leaves alone what is paired, another's, of another connection, or was not recovered", () => {
  const others = [
    answer,
    { ...torn, messageId: "other" },
    { ...torn, connection: "other" },
    { ...torn, station: "other" },
    { ...torn, marks: [] },
  ];
  for (const other of others) expect(pairRecovered([other], [call])).toEqual([other]);
});
