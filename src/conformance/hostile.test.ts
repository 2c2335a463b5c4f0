import { expect, onTestFinished, test } from "vitest";
import { answerAll } from "../station/testing/friendly.ts";
import { HostileServer, type Peer } from "../station/testing/hostile-server.ts";
import { noAdapter } from "./adapter/none.ts";
import { htmlReport } from "./report/html.ts";
import type { AuditReport } from "./report/schema.ts";
import { runAudit } from "./runner.ts";
import { hostile } from "./testing/report.ts";
import { sandboxTokens } from "./tokens.ts";

/** The cold boot against CSMSs that do to BootNotification what they should not: the audit ends, and names what was wrong. */

const timeout = 0.4;

type Reply = (id: string, peer: Peer) => void;

async function audit(boot: Reply, patience = timeout): Promise<AuditReport> {
  const server = await HostileServer.start({
    message: (text, peer) => {
      const [, id, action] = JSON.parse(text) as [number, string, string];
      if (action === "BootNotification") boot(id, peer);
      else answerAll(text, peer);
    },
  });
  onTestFinished(() => server.close());
  return runAudit({
    target: { url: server.url },
    dialect: "2.0.1",
    station: "CS-1",
    tokens: sandboxTokens,
    adapter: noAdapter,
    cases: ["TC_B_01"],
    timeout: patience,
  });
}

function red(report: AuditReport): string[] {
  return report.cases.flatMap((each) =>
    each.checks.filter((check) => check.verdict !== "pass").map((check) => check.id),
  );
}

const accepted = (id: string, members: object = {}): string =>
  JSON.stringify([
    3,
    id,
    { status: "Accepted", currentTime: new Date().toISOString(), interval: 300, ...members },
  ]);

test.for<[string, string[], Reply]>([
  ["well", [], (id, { socket }) => socket.send(accepted(id))],
  // Its id can still be read, so it counts as an answer.
  ["broken JSON", ["boot-accepted", "readable"], (id, { socket }) => socket.send(`[3,"${id}",{`)],
  ["no JSON at all", ["boot-accepted", "readable", "answered"], (_id, { socket }) => socket.send("Hello?")],
  [
    "an array of the wrong shape",
    ["boot-accepted", "readable"],
    (id, { socket }) => socket.send(`[3,"${id}"]`),
  ],
  [
    "an unknown type",
    ["boot-accepted", "readable", "answered"],
    (id, { socket }) => socket.send(`[9,"${id}",{}]`),
  ],
  [
    "a binary frame",
    ["boot-accepted", "readable", "answered"],
    (id, { socket }) => socket.send(Buffer.from(accepted(id))),
  ],
  [
    "a payload that is no object",
    ["boot-accepted", "readable"],
    (id, { socket }) => socket.send(`[3,"${id}",7]`),
  ],
  ["silence", ["boot-accepted", "answered"], () => {}],
  [
    "an answer too late",
    ["boot-accepted", "answered"],
    (id, { socket }) => void setTimeout(() => socket.send(accepted(id)), timeout * 1000 + 100),
  ],
  ["a close", ["boot-accepted", "answered"], (_id, { socket }) => socket.close(1000)],
  ["a reset", ["boot-accepted", "answered"], (_id, { tcp }) => tcp.resetAndDestroy()],
  [
    "a CALLERROR with an empty id",
    ["boot-accepted", "answered", "no-unsolicited-answer"],
    (_id, { socket }) => socket.send('[4,"","InternalError","",{}]'),
  ],
  [
    "members named like what every object has",
    ["schema"],
    (id, { socket }) =>
      socket.send(accepted(id).replace('{"status"', '{"__proto__":{"a":1},"constructor":1,"status"')),
  ],
  [
    "a reply to nothing before it",
    ["no-unsolicited-answer"],
    (id, { socket }) => {
      socket.send('[3,"never-asked",{}]');
      socket.send(accepted(id));
    },
  ],
])("%s", async ([, expected, boot]) => {
  expect(red(await audit(boot)).toSorted()).toEqual(expected.toSorted());
});

test("a frame of 20 MB is read and judged like any other", async () => {
  const report = await audit(
    (id, { socket }) => socket.send(accepted(id, { more: "x".repeat(20 * 2 ** 20) })),
    20,
  );
  expect(red(report)).toEqual(["schema"]);
});

test("a frame beyond what is read ends the case, not the audit", async () => {
  const report = await audit((id, { socket }) =>
    socket.send(accepted(id, { more: "x".repeat(65 * 2 ** 20) })),
  );
  expect(red(report)).toContain("boot-accepted");
  expect(report.verdict).toBe("fail");
});

test("markup in an error stays text in the report", async () => {
  const report = await audit((id, { socket }) => socket.send(JSON.stringify([4, id, hostile, hostile, {}])));
  expect(red(report)).toEqual(expect.arrayContaining(["boot-accepted", "no-call-error", "error-codes"]));
  expect(htmlReport(report)).not.toMatch(/<script|<img/);
});

test("a secret that the CSMS sends is in no report", async () => {
  const attributeValue = "top-secret-password-1";
  const variable = { component: { name: "SecurityCtrlr" }, variable: { name: "BasicAuthPassword" } };
  const payload = { setVariableData: [{ attributeValue, ...variable, mood: attributeValue }] };
  const report = await audit((id, { socket }) => {
    socket.send(accepted(id));
    socket.send(JSON.stringify([2, "call-1", "SetVariables", payload]));
  });
  expect(red(report)).toEqual(["schema"]);
  const frame = report.frames.find((each) => each.action === "SetVariables");
  expect(frame?.raw).toContain("BasicAuthPassword");
  expect(frame?.raw).not.toContain(`"attributeValue":"${attributeValue}"`);
});
