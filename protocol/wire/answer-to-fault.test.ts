import { describe, expect, it } from "vitest";
import { answerToFault } from "./answer-to-fault.ts";
import type { FaultRules } from "./answer-to-fault.ts";
import { decode } from "./codec.ts";
import type { Fault } from "./frame.ts";

const errorCodes = { formation: "Formation" };
/** A dialect that answers whatever it cannot read, one that needs an id for it, and one with all five types of frame. */
const spoken: FaultRules = {
  unreadable: { reply: true, id: "-1", code: "RpcFrameworkError" },
  errorCodes,
  messageTypes: [2, 3, 4],
};
const silent: FaultRules = { ...spoken, unreadable: { reply: false, id: "", code: "FormationViolation" } };
const newest: FaultRules = { ...spoken, messageTypes: [2, 3, 4, 5, 6] };
const all = [spoken, silent, newest];

function faultOf(text: string, { messageTypes } = newest): Fault {
  const fault = decode(text, { messageTypes });
  if (fault.kind !== "fault") throw new Error(`${text} can be read.`);
  return fault;
}

describe("what cannot be read", () => {
  it("is answered under the id of the CALL if that could be read", () => {
    for (const rules of all)
      expect(answerToFault(faultOf('[2,"a","X",{]'), rules)).toMatchObject({
        kind: "callError",
        id: "a",
        code: rules.unreadable.code,
        details: {},
      });
  });

  it("is answered under the dialect's id, or not at all, when no id could be read", () => {
    expect(answerToFault(faultOf("[["), spoken)).toMatchObject({ id: "-1", code: "RpcFrameworkError" });
    expect(answerToFault(faultOf("[["), silent)).toBeNull();
  });

  it("has an id that is too long repeated only where no other word for it exists", () => {
    const long = "x".repeat(37);
    const fault = faultOf(`[2,"${long}","X",{}]`);
    expect(answerToFault(fault, spoken)?.id).toBe("-1");
    expect(answerToFault(fault, silent)?.id).toBe(long);
  });

  it("is not answered when it is an error, a SEND, or of a type that nobody knows", () => {
    for (const text of [
      '[4,"a","C","",null]',
      '[5,"a","C","",null]',
      '[6,"a","X",7]',
      '[9,"a","X",{}]',
      '["x"]',
    ])
      for (const rules of all) expect(answerToFault(faultOf(text, newest), rules)).toBeNull();
    for (const text of ['[5,"a","C","",{}]', '[6,"a","X",{}]'])
      expect(answerToFault(faultOf(text, spoken), spoken)).toBeNull();
  });

  it("is answered by CALLRESULTERROR when it is a CALLRESULT, in a dialect that has that", () => {
    const fault = faultOf('[3,"a",{]');
    expect(answerToFault(fault, newest)).toMatchObject({
      kind: "callResultError",
      id: "a",
      code: "RpcFrameworkError",
      details: {},
    });
    expect(answerToFault(faultOf('[3,"a",7]'), newest)).toMatchObject({ id: "a", code: "Formation" });
    expect(answerToFault(faultOf("[3]"), newest)).toBeNull();
    for (const rules of [spoken, silent]) expect(answerToFault(fault, rules)).toBeNull();
  });

  it("is called malformed when its payload is no object, and the description stays short", () => {
    expect(answerToFault(faultOf('[2,"a","X",7]'), spoken)).toMatchObject({ id: "a", code: "Formation" });
    const fault: Fault = { kind: "fault", reason: "not-json", text: "x".repeat(1000) };
    expect(answerToFault(fault, spoken)?.description).toHaveLength(255);
  });
});
