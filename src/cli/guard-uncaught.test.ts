import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

/** Runs `body` in a process that is guarded; `save` prints, and fails if told so. */
async function guarded(body: string, save: string): Promise<{ code: unknown; out: string; error: string }> {
  const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    const { guardUncaught } = await import(${url("./guard-uncaught.ts")});
    const { createLog } = await import(${url("../server/log.ts")});
    guardUncaught(createLog({ level: "info", pretty: false }), async () => { ${save} });
    setInterval(() => {}, 1000);
    ${body}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
  let out = "";
  let error = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (error += text));
  const [code] = await once(child, "close");
  return { code, out, error };
}

test.each([
  ["thrown", 'setTimeout(() => { throw new Error("boom"); })'],
  ["rejected", 'void Promise.reject(new Error("boom"))'],
])(
  "an uncaught error (%s) is logged, what was recorded is stored, and the process ends with 3",
  async (_how, body) => {
    const { code, out, error } = await guarded(body, 'console.log("stored")');
    expect([code, out]).toEqual([3, "stored\n"]);
    expect(JSON.parse(error)).toMatchObject({ level: "fatal", err: { message: "boom" } });
  },
);

test("it ends with 3 too when nothing can be stored", async () => {
  const { code, error } = await guarded(
    'setTimeout(() => { throw new Error("boom"); })',
    'throw new Error("disk full")',
  );
  expect(code).toBe(3);
  expect(error).toContain("disk full");
});
