import { describe, expect, it } from "vitest";
import { version } from "../../v201/version.ts";
import { createState } from "../create-state.ts";
import type { StationState } from "../state.ts";
import { oneConnector } from "../testing.ts";
import { clearCache, recall, remember } from "./cache.ts";

const station = (settings: Record<string, string> = {}): StationState =>
  createState({ description: oneConnector, settings, seed: 1, version, now: 1000 });
const token = (idToken: string) => ({ idToken, type: "ISO14443" });
const accepted = { status: "Accepted" };

describe("the authorization cache", () => {
  it("knows the latest answer about a token, whatever it was (C10.FR.01, C10.FR.05)", () => {
    const made = station();
    expect(recall(made, token("A"))).toBeUndefined();
    remember(made, token("A"), accepted);
    remember(made, token("a"), { status: "Blocked" });
    expect(recall(made, token("A"))).toEqual({ status: "Blocked" });
  });

  it("forgets an answer when it expires (C10.FR.10)", () => {
    const made = station();
    remember(made, token("A"), { ...accepted, expiry: 2000 });
    expect(recall(made, token("A"))?.status).toBe("Accepted");
    made.now = 2000;
    expect(recall(made, token("A"))).toBeUndefined();
  });

  it("lets the oldest go when it is full, and counts one that was renewed as new (C10.FR.07)", () => {
    const made = station();
    for (let i = 0; i < 500; i++) remember(made, token(`T${String(i)}`), accepted);
    remember(made, token("T0"), accepted);
    remember(made, token("NEW"), accepted);
    expect(recall(made, token("T0"))).toBeDefined();
    expect(recall(made, token("T1"))).toBeUndefined();
    expect(made.cache.size).toBe(500);
  });

  it("is cleared after the reply, and cannot be when it is off (C11.FR.03, C11.FR.04)", () => {
    const made = station();
    remember(made, token("A"), accepted);
    const clear = clearCache(made);
    expect(recall(made, token("A"))).toBeDefined();
    clear?.();
    expect(recall(made, token("A"))).toBeUndefined();
    const off = station({ "AuthCacheCtrlr.Enabled": "false" });
    remember(off, token("A"), accepted);
    expect([off.cache.size, clearCache(off)]).toEqual([0, null]);
  });
});
