import { describe, expect, it } from "vitest";
import { connectionUrl, shownUrl } from "./connection-url.ts";

const built = (template: string, identity: string): string => {
  const url = connectionUrl(template, identity);
  return url instanceof URL ? url.href : url.problem;
};

describe("connectionUrl", () => {
  it.each([
    ["ws://csms.example.com/ocpp", "CS001", "ws://csms.example.com/ocpp/CS001"],
    ["wss://csms.example.com/ocppj", "RDAM|123", "wss://csms.example.com/ocppj/RDAM%7C123"],
    ["ws://h/ocpp/", "a", "ws://h/ocpp/a"],
    ["ws://h:81", "a", "ws://h:81/a"],
    ["ws://h/ocpp?tenant=7", "a", "ws://h/ocpp/a?tenant=7"],
    ["ws://h/ws/{station}/", "a b/c", "ws://h/ws/a%20b%2Fc/"],
    ["ws://h/x?id={station}&k=1", "ä?", "ws://h/x?id=%C3%A4%3F&k=1"],
    ["ws://h/ocpp", "50%", "ws://h/ocpp/50%25"],
    ["ws://[::1]:9/ocpp#part", "a", "ws://[::1]:9/ocpp/a"],
    ["ws://h/ocpp", "\ud800", "ws://h/ocpp/%EF%BF%BD"],
  ])("%s with %s", (template, identity, expected) => {
    expect(built(template, identity)).toBe(expected);
  });

  it.each([
    ["csms.example.com/ocpp", "a", /not a URL/],
    ["", "a", /not a URL/],
    ["http://h/ocpp", "a", /ws:\/\/ or wss:\/\//],
    ["ws://h/ocpp", "..", /identity/],
    ["ws://h/ocpp", "", /identity/],
  ])("refuses %s with %s", (template, identity, problem) => {
    expect(built(template, identity)).toMatch(problem);
  });

  it("shows no login", () => {
    expect(shownUrl(new URL("wss://user:secret@h/ocpp/a?b=1"))).toBe("wss://h/ocpp/a?b=1");
  });
});
