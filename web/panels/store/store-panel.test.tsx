import { cleanup, render, screen } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import type { Health } from "../../api/info.ts";
import { InApp, testApp } from "../../testing/app.tsx";
import { emptySpool, wellJournal } from "../../testing/journal.ts";
import { StorePanel } from "./store-panel.tsx";

async function show(part: Partial<Health["journal"]>, status: Health["status"] = "ok"): Promise<void> {
  const health: Health = {
    status,
    home: { kind: "embedded", place: "/data", version: "3", changes: "none", warnings: [] },
    store: { ok: true, problem: null },
    fleet: { stations: 1, powered: 1, online: 1 },
    states: { onDisk: true, waiting: 0 },
    journal: { ...wellJournal, ...part },
  };
  const app = testApp({ health: () => Promise.resolve({ ok: true, value: health }) });
  await app.store.look();
  render(() => (
    <InApp app={app}>
      <StorePanel />
    </InApp>
  ));
}

const fact = (name: string): string | null => screen.getByText(name).nextElementSibling?.textContent ?? null;

describe("StorePanel", () => {
  afterEach(cleanup);

  it.each([
    [{}, "at most 50 ms of messages"],
    [
      { lag: { p95: 107, max: 223 } },
      "at most 223 ms of messages: the window is 50 ms, but it took longer in the last minute",
    ],
    [{ unsafe: 1 }, "1 message in memory only"],
    [
      { durability: "every-frame", window: 0, lag: { p95: 0, max: 0 } },
      "nothing: each message is on disk first",
    ],
    [{ window: null, spool: null }, "what the store has not taken yet"],
  ] as const)("says what a kill may lose by what was promised and what was seen: %j", async (part, text) => {
    await show(part);
    expect(fact("A kill may lose")).toBe(text);
  });

  it("tells of damaged bytes of the spool once, and does not call the store away", async () => {
    const notice = "3 messages of CS-1 could not be read from the spool.";
    await show({ spool: { ...emptySpool, damaged: 1, notice } }, "degraded");
    expect(screen.getAllByText(notice)).toHaveLength(1);
    expect(screen.getByText("look at the spool")).toBeTruthy();
  });

  it("tells of damaged bytes also while the store is away", async () => {
    const notice = "3 messages of CS-1 could not be read from the spool.";
    await show({ failing: "no primary", spool: { ...emptySpool, damaged: 1, notice } }, "degraded");
    expect(screen.getAllByText(notice)).toHaveLength(1);
    expect(screen.getByText("safe, but away")).toBeTruthy();
  });
});
