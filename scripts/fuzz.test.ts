import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { decode, encode } from "../protocol/wire/codec.ts";
import { rounds, seedOf } from "../testdata/rounds.ts";
import { Random } from "./fuzz/random.ts";
import { runBatch } from "./fuzz/run.ts";
import { sampleOf } from "./fuzz/texts.ts";
import { ours } from "./fuzz/trial.ts";

const batch = { seed: 3, from: 0, count: 2000, longest: 60_000 };

function fuzz(...args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("fuzz.ts", import.meta.url)), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out })));
}

test("thousands of texts do no harm, and reach what they are meant for", async () => {
  const [count, seed] = [rounds(5000, 200_000), seedOf(1)];
  const { code, out } = await fuzz(...`--count ${count} --seed ${seed} --jobs 1 --longest 30000`.split(" "));
  expect(out).toContain("nothing wrong");
  expect(code).toBe(0);
  expect(out).toContain(`\n${count} texts in `);
  for (const outcome of [
    "json call",
    "json callResult",
    "json not-json",
    "json too-deep",
    "xml call",
    "xml callResult",
    "xml not-xml",
  ]) {
    expect(out).toMatch(new RegExp(`^ +\\d+  ${outcome}$`, "m"));
  }
});

test("a failure names its text, which can be tried again", async () => {
  const { code, out } = await fuzz("--count", "3", "--seed", "5", "--jobs", "1", "--longest", "0");
  expect(code).toBe(1);
  expect(out).toMatch(/^Text 0 of seed 5 .*: took \d+ ms$/m);
  expect(out).toContain("Again: node scripts/fuzz.ts --seed 5 --from 0 --count 1");
});

test("too much memory is a failure", async () => {
  const { code, out } = await fuzz("--count", "1000", "--jobs", "1", "--memory", "1", "--longest", "30000");
  expect([code, out]).toEqual([1, expect.stringContaining("memory has grown to")]);
});

test("a text depends on its seed and number alone", () => {
  const texts = (seed: number) =>
    Array.from({ length: 50 }, (_, index) =>
      Buffer.from(sampleOf(new Random(seed, index)).bytes).toString("base64"),
    );
  expect(texts(1)).toEqual(texts(1));
  expect(texts(1)).not.toEqual(texts(2));
  expect(new Set(texts(1)).size).toBeGreaterThan(40);
});

test("a reader that throws is found", () => {
  const thrower = (): never => {
    throw new TypeError("broken on purpose");
  };
  const { failures } = runBatch(batch, { ...ours, decode: thrower });
  expect(failures).toHaveLength(10);
  expect(failures[0]?.reason).toMatch(/broken on purpose[^]*fuzz\.test/);
});

test("a writer that loses something is found", () => {
  const { failures } = runBatch(batch, {
    decode,
    encode: (frame) => encode("payload" in frame ? { ...frame, payload: {} } : frame),
  });
  expect(failures.length).toBeGreaterThan(0);
  expect(failures[0]?.reason).toContain("a frame is another one once it is written");
});

test("a reader that takes what is no JSON is found", () => {
  const { failures } = runBatch(batch, {
    ...ours,
    decode: (text, options) => decode(text.replace(/[^\]}]+$/, ""), options),
  });
  expect(failures[0]?.reason).toContain("do not agree whether this is JSON");
});
