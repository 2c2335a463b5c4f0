import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isObject } from "../../../protocol/payload/read.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialectEntry } from "../../../protocol/dialect.ts";

import { Sandbox } from "../sandbox.ts";
import { live, stepOf } from "../testing/story.ts";
import type { Story } from "../testing/story.ts";
import { UnknownMisbehaviourError } from "./conduct.ts";
import { findMisbehaviour, misbehaviours } from "./all.ts";
import { named } from "./named.ts";

const playable = ["1.6J", "2.0.1", "2.1"] as const;
type Playable = (typeof playable)[number];

const day = 24 * 3600 * 1000;
const clockError = (story: Story): number =>
  Math.abs(Date.parse(String(stepOf(story, "boot").result["currentTime"])) - Date.now());
const breaksSchema = (frame: unknown[], dialect: Playable): boolean =>
  dialectEntry(dialect).validator().request(String(frame[2]), frame[3]).length > 0;

/** By which each misbehaviour shows on the wire. */
const signs: { [name: string]: (story: Story, dialect: Playable) => boolean } = {
  "refuses-password": (story) => story.refused === "Unexpected server response: 401",
  "wrong-subprotocol": (story) => story.refused === "Server sent an invalid subprotocol",
  "boot-rejected": (story) => stepOf(story, "boot").result["status"] === "Rejected",
  "boot-pending-forever": (story) => stepOf(story, "boot").result["status"] === "Pending",
  "boot-without-interval": (story) =>
    stepOf(story, "boot").result["status"] === "Accepted" && !("interval" in stepOf(story, "boot").result),
  "boot-clock-wrong": (story) => clockError(story) > 300 * day,
  "time-in-microseconds": (story) => /\.\d{6}Z$/.test(String(stepOf(story, "boot").result["currentTime"])),
  "heartbeat-unanswered": (story) => story.refused === null && stepOf(story, "heartbeat").frames.length === 0,
  "status-error": (story) => stepOf(story, "status").frames[0]?.[2] === "InternalError",
  "unknown-error-code": (story) => stepOf(story, "status").frames[0]?.[2] === "ServerBusy",
  "null-payload": (story) => stepOf(story, "status").frames[0]?.[2] === null,
  "accepts-every-token": (story) =>
    ["BLOCKED-TOKEN", "EXPIRED-TOKEN", "NO-SUCH-TOKEN"].every(
      (token) => stepOf(story, token).info["status"] === "Accepted",
    ),
  "refuses-every-token": (story) => stepOf(story, "VALID-TOKEN").info["status"] === "Blocked",
  "authorize-bad-enum": (story) => stepOf(story, "VALID-TOKEN").info["status"] === "accepted",
  "start-refused": (story) =>
    stepOf(story, "VALID-TOKEN").info["status"] === "Accepted" &&
    stepOf(story, "start").info["status"] === "Blocked",
  "start-without-transaction-id": (story) =>
    isObject(stepOf(story, "start").result["idTagInfo"]) &&
    !("transactionId" in stepOf(story, "start").result),
  "transaction-without-id-token-info": (story, dialect) =>
    dialect !== "1.6J" &&
    stepOf(story, "start").frames[0]?.[0] === 3 &&
    !("idTokenInfo" in stepOf(story, "start").result),
  "transaction-error": (story) => stepOf(story, "stop").frames[0]?.[2] === "InternalError",
  "stop-unanswered": (story) => story.refused === null && stepOf(story, "stop").frames.length === 0,
  "data-transfer-accepted": (story) => stepOf(story, "data").result["status"] === "Accepted",
  "data-transfer-error": (story) => stepOf(story, "data").frames[0]?.[2] === "InternalError",
  "extra-member": (story) => "mood" in stepOf(story, "VALID-TOKEN").result,
  "wrong-message-id": (story) => {
    const [frame] = stepOf(story, "heartbeat").frames;
    return frame !== undefined && frame[1] !== stepOf(story, "heartbeat").id;
  },
  "double-answer": (story) => stepOf(story, "status").frames.length === 2,
  "calls-at-once": (story) => story.atAcceptance.length === 2,
  "reuses-message-id": (story) => new Set(story.calls.map((call) => call[1])).size < story.calls.length,
  "asks-before-accepted": (story) =>
    story.whilePending.some((call) => /^(RemoteStart|RequestStart)Transaction$/.test(String(call[2]))),
  "wrong-transaction-asked": (story) =>
    story.calls.some(
      (call) =>
        call[2] === "GetTransactionStatus" &&
        isObject(call[3]) &&
        typeof call[3]["transactionId"] === "string" &&
        call[3]["transactionId"] !== "T-1",
    ),
  "bad-call": (story, dialect) => story.atAcceptance.some((call) => breaksSchema(call, dialect)),
};

const showing = (story: Story, dialect: Playable): string[] =>
  Object.entries(signs).flatMap(([name, shows]) => (shows(story, dialect) ? [name] : []));

describe.each(playable)("misbehaviours in %s", (dialect) => {
  let sandbox: Sandbox;
  let number = 0;
  const storyOf = (names: string[]): Promise<Story> => {
    sandbox.misbehave(names);
    return live(sandbox, dialect, `CS-${++number}`, "secret-secret-secret");
  };
  beforeAll(async () => {
    const ids = Array.from({ length: 100 }, (_, at) => [`CS-${at}`, "secret-secret-secret"]);
    sandbox = await Sandbox.start({ host: "127.0.0.1", port: 0, passwords: Object.fromEntries(ids) });
  });
  afterAll(() => sandbox.close());

  it("show nothing when all are off", async () => {
    const story = await storyOf([]);
    expect(showing(story, dialect)).toEqual([]);
    expect(stepOf(story, "stop").frames[0]?.[0]).toBe(3);
    expect(story.calls.map((call) => call[2])).toEqual(["GetTransactionStatus"]);
  });

  const here = misbehaviours.filter((each) => each.dialects.includes(dialect));
  it.each(here.map((each) => each.name))("%s shows, alone, and is gone when switched off", async (name) => {
    expect(showing(await storyOf([name]), dialect)).toEqual([name]);
    expect(showing(await storyOf([]), dialect)).toEqual([]);
  });

  const elsewhere = misbehaviours.filter((each) => !each.dialects.includes(dialect));
  it("leaves those of other dialects without effect", async () => {
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(showing(await storyOf(elsewhere.map((each) => each.name)), dialect)).toEqual([]);
  });

  it("compose", async () => {
    const names = ["boot-without-interval", "boot-clock-wrong", "double-answer", "extra-member"];
    expect(showing(await storyOf(names), dialect).sort()).toEqual(names.sort());
  });
});

describe("the list of misbehaviours", () => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const stages = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name !== "patterns")
    .map(({ name }) => name);
  const files = stages.flatMap((stage) =>
    readdirSync(`${folder}/${stage}`)
      .filter((file) => file !== "stage.ts")
      .map((file) => [stage, file.replace(/\.ts$/, "")] as const),
  );

  it.each(files)("has what stands in %s/%s.ts once, acting at that stage", (stage, name) => {
    expect(misbehaviours.filter((each) => each.name === name)).toHaveLength(1);
    const [found, ...more] = findMisbehaviour(name);
    expect(more).toEqual([]);
    expect(Object.keys(found?.deeds ?? {})).toContainEqual(
      expect.stringMatching(stage === "calls" ? /^(calls|after)$/ : `^${stage}$`),
    );
  });

  it("has no name twice, and none beside those files and the names of what patterns make", () => {
    const names = [...files.map(([, name]) => name), ...named.map(({ name }) => name)];
    expect(misbehaviours.map(({ name }) => name)).toEqual(names.sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it("has one sentence and a sign for each name", () => {
    expect(misbehaviours.map((each) => each.name).sort()).toEqual(Object.keys(signs).sort());
    for (const { text } of misbehaviours)
      expect(text).toMatch(/^[A-Z][^()]{20,150} \([^()]*(§|FR\.|B02)[^()]*\)\.$/);
  });

  it("is named when somebody asks for one that does not exist, and nothing changes", async () => {
    const sandbox = await Sandbox.start({ host: "127.0.0.1", port: 0, misbehaviours: ["double-answer"] });
    expect(() => sandbox.misbehave(["boot-rejected", "toString"])).toThrow(UnknownMisbehaviourError);
    expect(() => sandbox.misbehave(["toString"])).toThrow(/toString.*refuses-password/);
    const active = sandbox.misbehaviours.filter((each) => each.active).map((each) => each.name);
    expect(active).toEqual(["double-answer"]);
    await sandbox.close();
  });
});
