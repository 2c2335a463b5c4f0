import { expect, it } from "vitest";
import { MoodyHome, numbered, turn, until } from "./testing/moody-home.ts";
import { raws, spooling } from "./testing/spooling.ts";

const place = spooling();

it("throws at the end when records are neither in the store nor in the spool", async () => {
  const home = new MoodyHome();
  const journal = await place.open(home, { spoolLimit: 100 });
  home.fails = "away";
  journal.record(numbered(0));
  await expect(journal.close()).rejects.toThrow(
    "1 records could not be stored: away; the spool: the spool is full (100 bytes)",
  );
});

it("saves also what was recorded in the last turn before the end", async () => {
  const home = new MoodyHome();
  home.fails = "away";
  const journal = await place.open(home, { closeTimeout: 0 });
  // What is recorded in the loop's last phase ends its turn only after the timers of the next round.
  await turn();
  journal.record(numbered(0));
  const begin = performance.now();
  const closed = journal.close();
  while (performance.now() - begin < 5);
  await closed;
  home.fails = null;
  const next = await place.open(home);
  await until(() => next.status().pending === 0);
  expect(home.raws).toEqual(raws(0, 1));
  await next.close();
});
