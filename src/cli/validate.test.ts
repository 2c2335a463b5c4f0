import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder, Process, run, type Ended } from "./testing/process.ts";

const validate = (args: string[], input: string | Uint8Array = ""): Promise<Ended> =>
  run(["validate", ...args], { input });

function file(name: string, text: string): string {
  const path = join(newFolder(), name);
  writeFileSync(path, text);
  return path;
}

const good = '{"dialect":"1.6J","action":"Heartbeat","kind":"request","payload":{}}';
const wrong = '{"dialect":"1.6J","action":"Authorize","kind":"request","payload":{}}';
const twice = '{"dialect":"1.6J","action":"Authorize","kind":"request","payload":{"idTag":"A","idTag":"A"}}';

test("what is in order ends with 0", async () => {
  expect(await validate(["-"], `${good}\n`)).toEqual({
    code: 0,
    out: "1 line, none of them wrong: 0 errors, 0 warnings.\n",
    error: "",
  });
  expect(await validate([], good)).toMatchObject({ code: 0 });
});

test("an error is told with place, rule, what was expected, what was found, code and requirement, and ends with 1", async () => {
  const path = file("messages.ndjson", [good, wrong, twice, "", '[3,"7",{}]', '{"a":'].join("\n"));
  const { code, out, error } = await validate([path, "--dialect", "1.6J"]);
  expect([code, error]).toEqual([1, ""]);
  expect(out.split("\n")).toEqual([
    `${path}:2: error: required at /idTag: expected text of at most 20 characters (OccurenceConstraintViolation)`,
    expect.stringMatching(
      /:3:80: warning: duplicateKey at \/idTag: expected .*, found "idTag" again \(FormationViolation; RFC 8259 §4\)$/,
    ),
    expect.stringMatching(
      /:5: error: unknownMessageId at \/1 of the frame: expected .*, found "7" \(FormationViolation; OCPP-J 1\.6 §4\.2\.2/,
    ),
    expect.stringMatching(
      /:6:6: error: json: expected a JSON text, found the text ends where a value was expected/,
    ),
    "6 lines, 3 of them wrong: 3 errors, 1 warning.",
    "",
  ]);
});

test("warnings alone end with 0", async () => {
  const { code, out } = await validate([], twice);
  expect([code, out]).toEqual([0, expect.stringContaining("0 errors, 1 warning.")]);
});

test("--json prints one object per line of input, in order, and nothing else", async () => {
  const { code, out, error } = await validate(["--json"], `${good}\n\n${wrong}\n${twice}\nnonsense`);
  expect([code, error]).toEqual([1, ""]);
  const lines = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toEqual([
    { line: 1, valid: true, issues: [] },
    { line: 2, valid: true, issues: [] },
    {
      line: 3,
      valid: false,
      issues: [
        {
          pointer: "/idTag",
          rule: "required",
          severity: "error",
          code: "OccurenceConstraintViolation",
          expected: "text of at most 20 characters",
        },
      ],
    },
    { line: 4, valid: true, issues: [expect.objectContaining({ severity: "warning", line: 4, column: 80 })] },
    {
      line: 5,
      valid: false,
      issues: [expect.objectContaining({ rule: "json", line: 5, column: 1, of: "line" })],
    },
  ]);
});

test("answers are judged by their requests, and frames need a dialect", async () => {
  const frames = '[2,"1","GetVariables",{"getVariableData":[]}]\n[3,"1",{}]\n';
  const { code, out } = await validate(["--dialect", "2.0.1"], frames);
  expect(code).toBe(1);
  expect(out).toContain("stdin:1: error: minItems at /getVariableData");
  expect(out).toContain("stdin:2: error: required at /getVariableResult");
  const without = await validate([], `${good}\n${frames}`);
  expect([without.code, without.out]).toEqual([2, ""]);
  expect(without.error).toContain(
    "stdin:2 is a frame of OCPP-J: say with --dialect what is spoken. Allowed: 1.6J, 1.6S, 2.0.1, 2.1.",
  );
});

test("an envelope over several lines is one input", async () => {
  const path = file("boot.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<Envelope>\n</Envelope>\n');
  const { code, out } = await validate([path, "--json"]);
  expect(code).toBe(1);
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    {
      line: 1,
      valid: false,
      issues: [expect.objectContaining({ rule: "not-an-envelope", line: 2, column: 1 })],
    },
  ]);
});

test("what a text says does not reach the terminal as a command", async () => {
  const { out } = await validate(
    [],
    '{"dialect":"1.6J","action":"\\u001b[2J\\u202ex","kind":"request","payload":{}}',
  );
  expect(out).toContain("found \\u001b[2J\\u202ex (NotImplemented)");
});

test.each([
  [["--dialect", "1.6"], 'flag --dialect: "1.6" is not possible. Did you mean 1.6J?'],
  [["--jsn"], "Did you mean --json?"],
  [["a", "b"], 'unexpected argument "b"'],
])("wrong usage ends with 2: %j", async (args, text) => {
  const { code, error, out } = await validate(args);
  expect([code, out]).toEqual([2, ""]);
  expect(error).toContain(text);
});

test("what cannot be read ends with 3", async () => {
  expect(await validate(["/none/such"])).toMatchObject({
    code: 3,
    out: "",
    error: "stationmaster: /none/such cannot be read: there is no such file.\n",
  });
  expect(await validate([tmpdir()])).toMatchObject({
    code: 3,
    error: expect.stringContaining("it is a folder"),
  });
});

test("a reader that closes early is no error", async () => {
  const { child, ended } = new Process(["validate", "--json"], { input: null });
  child.stdout?.once("data", () => child.stdout?.destroy());
  const feed = (): void => {
    while (child.stdin?.writable === true && child.stdin.write(`${wrong}\n`.repeat(1000)));
  };
  child.stdin?.on("drain", feed);
  feed();
  expect(await ended).toMatchObject({ code: 0, error: "" });
});

test("a slow reader holds it up instead of filling its memory", async () => {
  const slow = new Process(["validate", "--json"], { input: null });
  const { child, ended } = slow;
  child.stdin?.write(`${good}\n`);
  await slow.printed(/"valid":true/);
  child.stdout?.pause();
  let taken = 0;
  const offered = 64 * 1024 * 1024;
  const block = `${good}\n`.repeat(1000);
  // Nobody reads: after what fits into pipes and buffers, no more is taken.
  const stalled = new Promise<void>((resolve) => {
    const feed = (): void => {
      if (taken >= offered) return resolve();
      const timer = setTimeout(resolve, 3000);
      taken += block.length;
      child.stdin?.write(block, () => {
        clearTimeout(timer);
        feed();
      });
    };
    feed();
  });
  await stalled;
  expect(taken).toBeLessThan(offered);
  child.kill("SIGKILL");
  await ended;
});
