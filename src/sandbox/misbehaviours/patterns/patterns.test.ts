import { sample } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialectEntry } from "../../../../protocol/dialect.ts";
import type { JsonObject } from "../../../../protocol/wire/frame.ts";
import { validInstances } from "../../../../testdata/instances.ts";
import { Sandbox } from "../../sandbox.ts";
import { phrases } from "../../testing/messages.ts";
import { RawStation } from "../../testing/raw-station.ts";
import type { RawFrame } from "../../testing/raw-station.ts";
import { kebab } from "./kebab.ts";
import { alterMember, findMember } from "./member.ts";
import { patternViews } from "./all.ts";

const playable = ["1.6J", "2.0.1", "2.1"] as const;

describe.each(playable)("what patterns make in %s", (dialect) => {
  const { catalogue, errorCodes } = dialectEntry(dialect);
  const validator = dialectEntry(dialect).validator();
  const sentBy = (...senders: string[]): string[] =>
    Object.keys(catalogue).filter((action) => {
      const { sender = "", response = null } = catalogue[action] ?? {};
      return senders.includes(sender) && response !== null;
    });
  const requestOf = (action: string): JsonObject => {
    const [request] = sample(validInstances({ ...catalogue[action]?.request }), { numRuns: 1, seed: 7 });
    // As it comes out of a socket: JSON has no -0.
    return { ...JSON.parse(JSON.stringify(request)) };
  };
  let sandbox: Sandbox;
  let station: RawStation;
  beforeAll(async () => {
    sandbox = await Sandbox.start({ host: "127.0.0.1", port: 0 });
    station = await RawStation.connect(sandbox.url, "CS-1", [phrases[dialect].subprotocol]);
    await station.result("BootNotification", phrases[dialect].boot);
  });
  afterAll(() => sandbox.close());

  it.each(sentBy("station", "both"))("breaks the answers to %s", async (action) => {
    const request = requestOf(action);
    const answers = async (ending: string): Promise<RawFrame[]> => {
      sandbox.misbehave([`${kebab(action)}-${ending}`]);
      return (await station.step(action, request, "x")).map((frame) => frame.slice(0, 3));
    };
    sandbox.misbehave([]);
    const right = await station.result(action, request);
    expect(await answers("unanswered")).toEqual([]);
    expect(await answers("error")).toEqual([[4, "x", errorCodes.internal]]);
    expect(await answers("unknown-error-code")).toEqual([[4, "x", "ServerBusy"]]);
    expect(await answers("null-payload")).toEqual([[3, "x", null]]);
    expect(await answers("wrong-message-id")).toEqual([
      [3, expect.not.stringMatching(/^x$/), expect.anything()],
    ]);
    expect((await answers("double-answer")).map((frame) => frame[1])).toEqual(["x", "x"]);
    const [[, , extra] = []] = await answers("extra-member");
    expect(validator.response(action, extra)).toMatchObject([{ rule: "additionalProperties" }]);
    for (const member of Object.keys(right)) {
      const [[, , less] = []] = await answers(`without-${kebab(member)}`);
      expect([...Object.keys(Object(less)), member].sort()).toEqual(Object.keys(right).sort());
    }
    if (!("status" in right)) return;
    const [[, , misspelt] = []] = await answers("bad-enum-status");
    expect(validator.response(action, misspelt)).toMatchObject([{ pointer: "/status", rule: "enum" }]);
  });

  it.each(sentBy("csms", "both"))("breaks its own %s", async (action) => {
    const request = requestOf(action);
    const asked = async (ending: string): Promise<unknown> => {
      sandbox.misbehave([`${kebab(action)}-request-${ending}`]);
      const outcome = sandbox.send("CS-1", action, request);
      await station.sync();
      const [call] = station.calls();
      station.send(3, call?.[1], {});
      await outcome;
      return call?.[3];
    };
    const issues = validator.request(action, await asked("extra-member"));
    expect(issues).toMatchObject([{ rule: "additionalProperties" }]);
    for (const member of Object.keys(request)) {
      if (member === "customData") continue;
      const { [member]: _, ...others } = request;
      expect(await asked(`without-${kebab(member)}`)).toEqual(others);
    }
  });
});

describe("a pattern", () => {
  it("tells its form and what it does, and fits something", () => {
    const views = patternViews();
    expect(new Set(views.map(({ form }) => form)).size).toBe(views.length);
    for (const { form, text, actions } of views) {
      expect(form).toMatch(/^<action>-[a-z-]+(<member>)?$/);
      expect(text).toMatch(/^[A-Z][^()]{20,150} \([^()]*(§|FR\.)[^()]*\)\.$/);
      expect(Object.values(actions).flat().length).toBeGreaterThan(0);
    }
  });

  it("is told only of actions that have something to break", () => {
    const broken = (form: string) =>
      patternViews().find((view) => view.form === form)?.actions["2.0.1"] ?? [];
    expect(broken("<action>-bad-enum-<member>")).toContain("BootNotification");
    expect(broken("<action>-bad-enum-<member>")).not.toContain("Heartbeat");
    expect(broken("<action>-without-<member>")).toContain("Heartbeat");
    expect(broken("<action>-without-<member>")).not.toContain("StatusNotification");
  });
});

describe("names", () => {
  it.each([
    ["Heartbeat", "heartbeat"],
    ["NotifyEVChargingNeeds", "notify-ev-charging-needs"],
    ["Get15118EVCertificate", "get-15118-ev-certificate"],
    ["ReportDERControl", "report-der-control"],
    ["limit_L2", "limit-l2"],
    ["id", "id"],
  ])("%s is %s", (name, word) => expect(kebab(name)).toBe(word));

  it("are two actions' in no version", () => {
    for (const dialect of playable) {
      const actions = Object.keys(dialectEntry(dialect).catalogue);
      expect(new Set(actions.map(kebab)).size).toBe(actions.length);
    }
  });
});

describe("a member", () => {
  const { request = {} } = dialectEntry("2.0.1").catalogue["GetVariables"] ?? {};

  it("is found within others, through lists, and where one name begins like another", () => {
    expect(findMember(request, "get-variable-data")?.path).toEqual(["getVariableData"]);
    expect(findMember(request, "get-variable-data-component-evse-id")?.path).toEqual([
      "getVariableData",
      "component",
      "evse",
      "id",
    ]);
    expect(findMember(request, "get-variable-data-attribute-type")?.shape.enum).toContain("Actual");
    expect(findMember(request, "get-variable")).toBeNull();
    expect(findMember(request, "constructor")).toBeNull();
    expect(findMember(request, "custom-data")).toBeNull();
  });

  it("is altered or left out wherever it stands, and nothing else is", () => {
    const payload = { list: [{ a: 1, b: { c: 2 } }, { a: 3 }], other: true };
    expect(alterMember(payload, ["list", "b", "c"], () => "x")).toEqual({
      list: [{ a: 1, b: { c: "x" } }, { a: 3 }],
      other: true,
    });
    expect(alterMember(payload, ["list", "a"], () => undefined)).toEqual({
      list: [{ b: { c: 2 } }, {}],
      other: true,
    });
    expect(alterMember(payload, ["list"], () => undefined)).toEqual({ other: true });
    expect(alterMember(payload, ["toString"], () => "x")).toBe(payload);
  });
});
