import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { dialectEntry } from "../../protocol/dialect.ts";
import { compileOracle, oraclesOf } from "../../testdata/oracle.ts";
import { figureLine, median } from "../figure.ts";
import { samples } from "./messages.ts";

/** Validations per second beside plain Ajv on a schema that we did not write, and what the first validation costs. */
export async function validateFigures(times: { rounds: number; milliseconds: number }): Promise<string[]> {
  const figures: string[] = [];
  console.log("\nValidation, whole: schema and rules beyond it");
  console.log("message                                     per second   of plain Ajv   bytes");
  for (const { name, dialect, version, action, payload } of samples) {
    const schema = (await oraclesOf(version))[0]?.schemas.get(`${action}Request`);
    if (!schema) throw new Error(`no oracle knows ${action}`);
    const validator = dialectEntry(dialect).validator();
    const ajv = compileOracle(schema);
    const ours = () => validator.request(action, payload).length === 0;
    const theirs = () => ajv(payload);
    if (!ours() || !theirs()) throw new Error(`the sample ${name} is not valid`);
    const rates: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    for (let round = 0; round < times.rounds; round++) {
      rates.ours.push(perSecond(ours, times.milliseconds));
      rates.theirs.push(perSecond(theirs, times.milliseconds));
    }
    const ratio = median(rates.ours) / median(rates.theirs);
    const size = JSON.stringify(payload).length;
    const rate = median(rates.ours).toFixed(0).padStart(10);
    console.log(`${`${dialect} ${action}`.padEnd(44)}${rate}   ${ratio.toFixed(2).padStart(12)}   ${size}`);
    figures.push(
      figureLine(`validate.rate.${name}`, median(rates.ours), "1/s"),
      figureLine(`validate.ratio.${name}`, ratio, "ratio"),
    );
  }
  const first = firstCosts();
  console.log(
    `loading the dialect table ${first.load.toFixed(0)} ms, first message ${first.first.toFixed(1)} ms, all of 2.0.1 ${first.all.toFixed(0)} ms`,
  );
  figures.push(
    figureLine("validate.load", first.load, "ms"),
    figureLine("validate.first", first.first, "ms"),
    figureLine("validate.all", first.all, "ms"),
  );
  return figures;
}

function perSecond(run: () => boolean, milliseconds: number): number {
  let count = 0;
  const start = performance.now();
  const end = start + milliseconds;
  do {
    for (let i = 0; i < 200; i++) run();
    count += 200;
  } while (performance.now() < end);
  return (count / (performance.now() - start)) * 1000;
}

function firstCosts(): { load: number; first: number; all: number } {
  const file = fileURLToPath(new URL("first.ts", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8" })) as ReturnType<
    typeof firstCosts
  >;
}
