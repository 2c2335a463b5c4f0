import { describe, expect, it } from "vitest";
import { objectOf, payloadOf } from "./payload.ts";

const record = (raw: string, kind: Parameters<typeof payloadOf>[0]["kind"]) =>
  ({ dialect: "2.0.1", raw, kind }) as const;

describe("the decoded form of a record", () => {
  it("is the payload of a request and of a result", () => {
    expect(payloadOf(record('[2,"1","Heartbeat",{"a":[1]}]', "call"))).toEqual({ a: [1] });
    expect(payloadOf(record('[3,"1",{"status":"Accepted"}]', "callResult"))).toEqual({ status: "Accepted" });
  });

  it("is what an error says", () => {
    expect(payloadOf(record('[4,"1","GenericError","why",{"x":1}]', "callError"))).toEqual({
      code: "GenericError",
      description: "why",
      details: { x: 1 },
    });
  });

  it("is null for what cannot be read and for what happened to the link", () => {
    expect(payloadOf(record('[2,"1"', "fault"))).toBeNull();
    expect(payloadOf(record('[2,"1","Heartbeat"', "call"))).toBeNull();
    expect(payloadOf(record('{"url":"ws://x"}', "opened"))).toBeNull();
  });

  it("is an object where one is asked for, empty for whatever holds none", () => {
    expect(objectOf(record('[2,"1","Heartbeat",{"a":[1]}]', "call"))).toEqual({ a: [1] });
    expect(objectOf(record('[3,"1",null]', "callResult"))).toEqual({});
    expect(objectOf(record('[4,"1","GenericError","why",{"x":1}]', "callError"))).toEqual({});
    expect(objectOf(record('{"url":"ws://x"}', "opened"))).toEqual({});
    expect(objectOf(record('[2,"1"', "call"))).toEqual({});
  });

  it("gives hostile member names as data", () => {
    const payload = payloadOf(record('[3,"1",{"__proto__":{"admin":true}}]', "callResult"));
    expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
    expect(Object.keys(payload ?? {})).toEqual(["__proto__"]);
  });
});
