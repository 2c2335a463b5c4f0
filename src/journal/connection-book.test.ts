import { describe, expect, it } from "vitest";
import type { FrameRecord } from "../frames/frame.ts";
import { frameMaker } from "../store/contract/samples.ts";
import { Ledgers } from "./ledger.ts";

describe("the connections", () => {
  const make = frameMaker();
  const link = (kind: FrameRecord["kind"], part: Partial<FrameRecord> = {}): FrameRecord =>
    make({ kind, action: null, raw: "{}", writer: "w/1", connection: "c1", ...part });

  it("open, count their frames, and close with the code", () => {
    const ledgers = new Ledgers();
    const opened = link("opened");
    const row = {
      key: opened.id,
      station: "CS-1",
      connection: "c1",
      dialect: "1.6J",
      writer: "w/1",
      openedAt: opened.at,
    };
    expect(ledgers.observe([opened]).connections).toEqual([
      { ...row, closedAt: null, outcome: "open", code: null, frames: 0 },
    ]);
    const between = [link("call"), link("callResult"), link("fault"), link("call", { station: "CS-2" })];
    expect(ledgers.observe(between).connections).toEqual([]);
    const closed = link("closed", { error: "1006" });
    const end = { ...row, closedAt: closed.at, outcome: "closed", code: "1006", frames: 3 };
    expect(ledgers.observe([closed]).connections).toEqual([end]);
    expect(ledgers.observe([link("closed")]).connections).toEqual([]);
    expect(new Ledgers().observe([opened, ...between, closed]).connections).toEqual([end]);
  });

  it("that never came about have the reason", () => {
    const refused = link("refused", { error: "401" });
    expect(new Ledgers().observe([refused]).connections).toMatchObject([
      {
        key: refused.id,
        outcome: "refused",
        code: "401",
        openedAt: refused.at,
        closedAt: refused.at,
        frames: 0,
      },
    ]);
  });
});
