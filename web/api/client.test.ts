import { afterEach, describe, expect, it, vi } from "vitest";
import { problemFrom } from "./ask.ts";
import { makeApi } from "./client.ts";

const sources = import.meta.glob<string>("../**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

describe("api", () => {
  it("is the only folder that knows the server's types, tests aside", () => {
    const others = Object.entries(sources).filter(([file]) => !/^\.\/|\.test\.|\/dist\//.test(file));
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter(([, text]) => /from "(\.\.\/)+src\//.test(text)).map(([file]) => file)).toEqual([]);
  });

  afterEach(() => void vi.unstubAllGlobals());

  it("gives the server's words, field and allowed values", () => {
    const error = {
      code: "bad-request",
      message: "No such dialect.",
      field: "dialect",
      allowed: ["1.6J", "2.0.1"],
    };
    expect(problemFrom({ error }, 400)).toEqual(error);
    expect(problemFrom("<html>", 502)).toEqual({
      code: "http-502",
      message: "The server answered with HTTP status 502.",
    });
  });

  it("turns an unreachable server into a problem, not an exception", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await makeApi().stations()).toMatchObject({ ok: false, problem: { code: "unreachable" } });
  });

  it("says who makes a change, and nothing of who looks", async () => {
    const names: (string | null)[] = [];
    vi.stubGlobal("fetch", (_url: string, { headers }: RequestInit) => {
      names.push(new Headers(headers).get("x-stationmaster-user"));
      return Promise.resolve(new Response("{}"));
    });
    let person = "Zoë";
    const api = makeApi("", () => person);
    await api.stations();
    await api.removeStation("A");
    await api.misbehave([]);
    person = "";
    await api.misbehave([]);
    expect(names).toEqual([null, "ZoÃ«", "ZoÃ«", null]);
  });

  it("encodes identities and puts query and cursor together", async () => {
    const urls: string[] = [];
    vi.stubGlobal("fetch", (url: string) => {
      urls.push(url);
      return Promise.resolve(new Response("{}"));
    });
    const api = makeApi();
    await api.event("CP/1 \u00e4", { kind: "power-on" });
    await api.frames("station=A&station=B", { limit: 5, cursor: "x y" });
    expect(urls).toEqual([
      "/api/stations/CP%2F1%20%C3%A4/events",
      "/api/frames?station=A&station=B&limit=5&cursor=x+y",
    ]);
    expect(api.exportUrl("errors=true", "csv")).toBe("/api/export/frames?format=csv&errors=true");
  });
});
