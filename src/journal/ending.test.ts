import { describe, expect, it, onTestFinished } from "vitest";
import { newFrameId } from "../frames/frame-id.ts";
import { listOf } from "../store/contract/samples.ts";
import { newHome } from "../store/copy/testing/homes.ts";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import { openStore } from "../store/open.ts";
import type { HomeChoice } from "../store/open.ts";
import type { Store, TransactionRow } from "../store/store.ts";
import { Journal } from "./journal.ts";
import { MoodyHome, turn, until } from "./testing/moody-home.ts";
import { spooling } from "./testing/spooling.ts";
import { at1, exchange, say, start16, stop16, Traffic } from "./testing/traffic.ts";

const t = new Traffic("1.6J");
const deleted = { at: at1 + 5, reason: "station-deleted" } as const;

function begin(journal: Journal, id: number, part: object = {}): void {
  const accepted = { transactionId: id, idTagInfo: { status: "Accepted" } };
  exchange(journal, t, "StartTransaction", { ...start16, ...part }, accepted);
}

function stop(journal: Journal, id: number): void {
  exchange(journal, t, "StopTransaction", { ...stop16, transactionId: id }, {});
}

/** By id of the transaction: when it ended, and why. */
function ends(rows: readonly TransactionRow[]): [string | null, number | null, string | null][] {
  return rows.map(({ transactionId, endedAt, stoppedReason }) => [transactionId, endedAt, stoppedReason]);
}

describe("endings on the embedded home", () => {
  suite("embedded");
});
describeWithMongo("endings", {}, () => {
  suite("mongodb");
});

function suite(kind: HomeChoice["kind"]): void {
  it("ends what a station left open, here or in a process before, and nothing else", async () => {
    const store = await openHome(kind);
    const before = await process(store);
    begin(before, 6, { connectorId: 1 });
    stop(before, 6);
    begin(before, 7);
    const other = say(before, new Traffic("1.6J", "CS-2").call("StartTransaction", start16));
    say(before, { ...t.closed(), station: "CS-2" });
    await before.close();

    const journal = await process(store);
    // Begun elsewhere, after this process had looked.
    const elsewhere = await process(store);
    begin(elsewhere, 8, { connectorId: 3 });
    await elsewhere.close();
    begin(journal, 9, { connectorId: 4 });
    expect(await journal.endTransactions("CS-1", deleted)).toBe(3);
    const rows = await rowsOf(store);
    expect(ends(rows)).toEqual([
      [null, null, null],
      ["6", at1, "EVDisconnected"],
      ["7", deleted.at, "station-deleted"],
      ["8", deleted.at, "station-deleted"],
      ["9", deleted.at, "station-deleted"],
    ]);
    expect(rows[0]).toMatchObject({ station: "CS-2", key: `CS-2#${other.id}` });
    expect(await journal.endTransactions("CS-1", { ...deleted, reason: "station-lost" })).toBe(0);
    expect(await rowsOf(store)).toEqual(rows);
    await journal.close();
  });

  it("leaves alone what a station that lives on has under way, and what is not meant", async () => {
    const store = await openHome(kind);
    const journal = await process(store);
    begin(journal, 7);
    begin(journal, 8, { connectorId: 3 });
    const call = say(journal, t.call("StartTransaction", { ...start16, connectorId: 4 }));
    const which = (row: TransactionRow): boolean => row.transactionId === "7";
    expect(await journal.endTransactions("CS-1", { at: at1, reason: "state-lost", which })).toBe(1);
    say(journal, t.result(call, { transactionId: 9, idTagInfo: { status: "Accepted" } }));
    await journal.close();
    expect(ends(await rowsOf(store)).toSorted()).toEqual([
      ["7", at1, "state-lost"],
      ["8", null, null],
      ["9", null, null],
    ]);
  });

  it("gives way to what the station says of the end all the same", async () => {
    const store = await openHome(kind);
    const journal = await process(store);
    begin(journal, 7);
    await journal.endTransactions("CS-1", { at: at1 - 1, reason: "station-lost" });
    await journal.close();
    const next = await process(store);
    stop(next, 7);
    await next.close();
    expect(ends(await rowsOf(store))).toEqual([["7", at1, "EVDisconnected"]]);
    const events = await listOf(store.events.stream({}));
    expect(events.map(({ phase }) => phase)).toEqual(["started", "ended"]);
  });

  it("knows what another process began once it is told of the station", async () => {
    const store = await openHome(kind);
    const journal = await process(store);
    const elsewhere = await process(store);
    begin(elsewhere, 7);
    await elsewhere.close();
    await journal.learnTransactions("CS-1");
    stop(journal, 7);
    await journal.close();
    expect(ends(await rowsOf(store))).toEqual([["7", at1, "EVDisconnected"]]);
  });
}

async function openHome(kind: HomeChoice["kind"]): Promise<Store> {
  const writer = `ending/${newFrameId()}`;
  const store = await openStore(await newHome(kind), { writer, name: "ending", folder: "" });
  onTestFinished(() => store.close());
  return store;
}

/** The journal of a process of its own. */
async function process(store: Store): Promise<Journal> {
  return await Journal.open({ store, writer: `ending/${newFrameId()}`, now: Date.now });
}

/** By id of the transaction. */
async function rowsOf(store: Store): Promise<TransactionRow[]> {
  const rows = await listOf(store.transactions.stream({}));
  return rows.toSorted((a, b) => Number(a.transactionId) - Number(b.transactionId));
}

describe("while the home is away", () => {
  const place = spooling();

  it.each(["window", "every-frame"] as const)("an ending waits in the spool (%s)", async (durability) => {
    const home = new MoodyHome();
    const first = await place.open(home, { durability });
    begin(first, 7);
    await first.flush();
    home.hang();
    void first.endTransactions("CS-1", deleted);
    await until(() => home.handed.at(-1)?.frames.length === 0);
    home.fails = "away";
    home.release();
    begin(first, 8, { connectorId: 3 });
    await first.close();
    expect(ends(home.transactions)).toEqual([["7", null, null]]);

    home.fails = null;
    const second = await place.open(home);
    await second.flush({ earlier: true });
    expect(ends(home.transactions)).toEqual([
      ["7", deleted.at, "station-deleted"],
      ["8", null, null],
    ]);
    await second.close();
  });

  it("an ending counts among what waits, and is there when it is said to be", async () => {
    const home = new MoodyHome();
    const journal = await place.open(home, { maxBatch: 1 });
    begin(journal, 7);
    await journal.flush();
    home.hang();
    const ended = journal.endTransactions("CS-1", deleted);
    await until(() => home.handed.at(-1)?.frames.length === 0);
    expect(journal.status().pending).toBe(1);
    stop(journal, 99);
    expect(journal.status().pending).toBe(3);
    home.release();
    expect(await ended).toBe(1);
    expect(ends(home.transactions)).toEqual([["7", deleted.at, "station-deleted"]]);
    await journal.close();
    expect(journal.status()).toMatchObject({ pending: 0, unsafe: 0 });
  });
});

it("never ends before it began, nor touches a row whose end is on its way", async () => {
  const home = new MoodyHome();
  const store = home.asStore();
  const { stream } = store.transactions;
  const journal = await Journal.open({ store, now: Date.now });
  begin(journal, 6);
  begin(journal, 7, { connectorId: 3 });
  store.transactions.stream = async function* (query) {
    yield* stream(query);
    stop(journal, 6);
    await turn();
  };
  expect(await journal.endTransactions("CS-1", { at: 5, reason: "state-reset" })).toBe(2);
  await journal.close();
  const [six, seven] = home.transactions;
  expect(six).toMatchObject({ endedAt: at1, stoppedReason: "EVDisconnected" });
  expect(seven).toMatchObject({ endedAt: seven?.startedAt, stoppedReason: "state-reset", meterStop: null });
});
