import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { dialectEntry } from "../../protocol/dialect.ts";
import type { Policy } from "../../protocol/validate/issue.ts";
import { flawedInstances, validInstances } from "../../testdata/instances.ts";
import type { JsonSchema } from "../../testdata/instances.ts";
import { realClock } from "./clock.ts";
import { StationDriver } from "./driver.ts";
import { answerAll } from "./testing/friendly.ts";
import { HostileServer } from "./testing/hostile-server.ts";
import type { Peer } from "./testing/hostile-server.ts";
import { MemoryRecorder } from "./testing/memory-recorder.ts";
import { testConfig } from "./testing/test-link.ts";
import { until } from "./testing/until.ts";

/** Whatever the CSMS asks, right or wrong: one answer each, and the station goes on. */

const dialects = ["1.6J", "2.0.1"] as const;
const policies: Policy[] = ["off", "report", "enforce"];
const cases = dialects.flatMap((dialect) => policies.map((policy) => ({ dialect, policy })));

/** What may be wrong with a name that the CSMS gave and the answer has to repeat (B05.FR.02, B06.FR.02). */
const repeatedNames = new Set(["identifierString", "evseId"]);

const restarts = new Set<unknown>(["Hard", "Soft", "Immediate", "OnIdle"]);

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

describe.each(cases)("a $dialect station, validation $policy", ({ dialect, policy }) => {
  const { catalogue } = dialectEntry(dialect);
  const actions = Object.keys(catalogue).filter((action) => catalogue[action]?.sender !== "station");

  test("answers each CALL exactly once, whatever its payload", async () => {
    const answers = new Map<unknown, unknown[][]>();
    const { peer, notices, stop, recorder } = await running(dialect, policy, (frame) => {
      if (frame[0] !== 2) answers.set(frame[1], [...(answers.get(frame[1]) ?? []), frame]);
    });
    const calls = actions.flatMap((action) =>
      fc.sample(payloads({ ...catalogue[action]?.request }), { numRuns: 16, seed: 4 }).flatMap((payload) => {
        // A reset that is accepted ends the link; it has tests of its own.
        return action === "Reset" && restarts.has(Object(payload)["type"]) ? [] : [{ action, payload }];
      }),
    );
    for (const [index, { action, payload }] of calls.entries()) {
      const id = `call-${index}`;
      peer.socket.send(JSON.stringify([2, id, action, payload]));
      await until(() => answers.has(id));
    }
    // One after the last: nothing was answered late or twice.
    peer.socket.send(JSON.stringify([2, "last", "Frobnicate", {}]));
    await until(() => answers.has("last"));
    expect([...answers.values()].filter((each) => each.length > 1)).toEqual([]);
    expect(answers.size).toBe(calls.length + 1);
    expect(notices).toEqual([]);
    const wrong = recorder.records
      .filter(({ direction, kind }) => direction === "out" && kind === "callResult")
      .map(({ raw, issues }) => ({ raw, issues: issues.filter(({ rule }) => !repeatedNames.has(rule)) }))
      .filter(({ issues }) => issues.length > 0);
    expect(wrong).toEqual([]);
    await stop();
  });
});

function payloads(schema: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: validInstances(schema) },
    { weight: 4, arbitrary: flawedInstances(schema) },
    { weight: 2, arbitrary: fc.object({ maxDepth: 2 }) },
    {
      weight: 2,
      arbitrary: validInstances(schema).chain((valid) =>
        fc.constantFrom(null, {}, withNulls(valid), { ...Object(valid), ["__proto__"]: { status: 1 } }),
      ),
    },
  );
}

/** The same members, all of them null. */
function withNulls(value: unknown): Record<string, null> {
  return Object.fromEntries(Object.keys(Object(value)).map((member) => [member, null]));
}

async function running(
  dialect: (typeof dialects)[number],
  policy: Policy,
  heard: (frame: unknown[]) => void,
): Promise<{ peer: Peer; notices: string[]; stop: () => Promise<void>; recorder: MemoryRecorder }> {
  const server = await HostileServer.start({
    message: (text, peer) => {
      heard(JSON.parse(text));
      answerAll(text, peer);
    },
  });
  stops.push(() => server.close());
  const recorder = new MemoryRecorder();
  const config = testConfig({ url: server.url, dialect, policies: { in: policy, out: "report" } });
  const driver = new StationDriver(config, { recorder, clock: realClock });
  const notices: string[] = [];
  driver.subscribe((change) => {
    if (change.kind === "notice" && change.defect) notices.push(change.text);
  });
  stops.push(() => driver.stop());
  driver.dispatch({ kind: "power-on" });
  await until(() => driver.snapshot().boot === "Accepted");
  return { peer: await server.peer(), notices, stop: () => driver.stop(), recorder };
}
