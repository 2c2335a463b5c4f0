import { sample } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialectEntry } from "../../../protocol/dialect.ts";
import { validInstances } from "../../../testdata/instances.ts";
import type { JsonSchema } from "../../../testdata/instances.ts";
import { compileOracle, oraclesOf } from "../../../testdata/oracle.ts";
import type { Oracle } from "../../../testdata/oracle.ts";
import { Sandbox } from "../sandbox.ts";
import { phrases } from "../testing/messages.ts";
import { RawStation } from "../testing/raw-station.ts";
import { version as version16 } from "../versions/v16.ts";
import { version as version201 } from "../versions/v201.ts";
import { version as version21 } from "../versions/v21.ts";

const versions = [
  { dialect: "1.6J", oracle: "1.6", version: version16 },
  { dialect: "2.0.1", oracle: "2.0.1", version: version201 },
  { dialect: "2.1", oracle: "2.1", version: version21 },
] as const;

describe.each(versions)("the answers in $dialect", ({ dialect, oracle, version }) => {
  const { catalogue } = dialectEntry(dialect);
  const validator = dialectEntry(dialect).validator();
  // All that is answered: a SEND is not.
  const actions = Object.keys(catalogue).filter((action) => {
    const { sender = "csms", response = null } = catalogue[action] ?? {};
    return sender !== "csms" && response !== null;
  });
  let sandbox: Sandbox;
  let station: RawStation;
  let oracles: Oracle[];
  beforeAll(async () => {
    oracles = await oraclesOf(oracle);
    sandbox = await Sandbox.start({
      host: "127.0.0.1",
      port: 0,
      tokens: { a: { status: "Accepted", group: "G" } },
    });
    const { subprotocol, boot } = phrases[dialect];
    station = await RawStation.connect(sandbox.url, "CS-1", [subprotocol]);
    await station.result("BootNotification", boot);
  });
  afterAll(() => sandbox.close());

  it("exist for every action of a station, and for no other", () => {
    expect(Object.keys(version.answers).sort()).toEqual(actions.sort());
  });

  it.each(actions)("%s gets a valid result for every valid request", async (action) => {
    const schema: JsonSchema = { ...catalogue[action]?.request };
    const judges = oracles.flatMap(({ name, schemas }) => {
      const judge = schemas.get(`${action}Response`);
      return judge === undefined ? [] : [{ name, accepts: compileOracle(judge) }];
    });
    expect(judges).not.toEqual([]);
    for (const request of sample(validInstances(schema), { numRuns: 30, seed: 16 })) {
      if (typeof request !== "object" || request === null) throw new Error("A request is an object.");
      const result = await station.result(action, request);
      // What an answer repeats of the request is as wrong as it was there.
      const repeated = validator.request(action, request).map(({ rule }) => rule);
      const issues = validator.response(action, result).filter(({ rule }) => !repeated.includes(rule));
      expect(issues).toEqual([]);
      for (const { name, accepts } of judges) expect([name, accepts(result)]).toEqual([name, true]);
    }
  });

  it("are a CALLERROR of the version for what only a CSMS sends, and for what nobody sends", async () => {
    const { errorCodes } = dialectEntry(dialect);
    const csms = Object.keys(catalogue).filter((action) => catalogue[action]?.sender === "csms");
    expect(csms.length).toBeGreaterThan(20);
    for (const action of csms) {
      const schema: JsonSchema = { ...catalogue[action]?.request };
      const [request] = sample(validInstances(schema), { numRuns: 1, seed: 16 });
      const frames = await station.step(action, { ...Object(request) }, action);
      expect(frames).toMatchObject([[4, action, errorCodes.notSupported, expect.any(String), {}]]);
    }
    for (const action of ["Frobnicate", "bootNotification", "toString", "__proto__", "constructor"])
      expect(await station.step(action, {}, "x")).toMatchObject([
        [4, "x", errorCodes.notImplemented, expect.any(String), {}],
      ]);
  });
});
