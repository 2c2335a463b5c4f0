// `make bench`: round trips of Stationmaster beside a bare `ws` client and an `ocpp-rpc` strict client, and validation
// beside plain Ajv, all in one run.
// `node bench/run.ts --quick` measures shortly, for a first look.
import { parseArgs } from "node:util";
import { figureLine, median } from "./figure.ts";
import type { Result } from "./wire/contest.ts";
import { contest } from "./wire/run.ts";
import { validateFigures } from "./validate/run.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const times = values.quick ? { warmUp: 2, seconds: 2 } : { warmUp: 4, seconds: 6 };
const rounds = values.quick ? 1 : 3;

const contestants = [
  { name: "bare", file: "bare.ts", text: "ws and JSON.parse" },
  { name: "ocpp-rpc", file: "ocpp-rpc.ts", text: "ocpp-rpc, strict mode" },
  { name: "validated", file: "stationmaster-validated.ts", text: "Stationmaster, validating" },
  { name: "recorded", file: "stationmaster-recorded.ts", text: "Stationmaster, validating and recording" },
];

const figures: string[] = [];
for (const stations of [100, 1000]) {
  const results = new Map<string, Result[]>();
  // Round by round, so that a machine that gets slower meanwhile treats all alike.
  for (let round = 0; round < rounds; round++) {
    for (const { name, file } of contestants) {
      const result = await contest({ name, file, stations }, times);
      results.set(name, [...(results.get(name) ?? []), result]);
    }
  }
  const of = (name: string, value: (result: Result) => number) =>
    median((results.get(name) ?? []).map(value));
  const rate = (name: string) => of(name, (result) => result.roundTrips / result.seconds);
  const cpu = (name: string) => of(name, (result) => (result.cpu / result.roundTrips) * 1000);
  const memory = (name: string) =>
    of(name, (result) => (result.memory - result.memoryBefore) / stations / 1000);

  console.log(`\n${stations} stations, TransactionEvent with four sampled values, one CALL open per station`);
  console.log(
    "contestant                                round trips/s   of bare   CPU µs each   kB a station",
  );
  for (const { name, text } of contestants) {
    const cells = [
      rate(name).toFixed(0).padStart(15),
      (rate(name) / rate("bare")).toFixed(2).padStart(9),
      cpu(name).toFixed(1).padStart(13),
      memory(name).toFixed(0).padStart(14),
    ];
    console.log(`${text.padEnd(40)}${cells.join(" ")}`);
  }
  for (const result of results.get("recorded") ?? []) {
    const { pending, failing } = result.notes ?? {};
    console.log(
      `recorded: ${pending} records waited for the disk at the end${failing ? `, ${failing}` : ""}`,
    );
  }

  const suffix = stations === 100 ? "" : `.${stations}`;
  figures.push(
    figureLine(`wire.rate.bare${suffix}`, rate("bare"), "1/s"),
    figureLine(`wire.rate.validated${suffix}`, rate("validated"), "1/s"),
    figureLine(`wire.rate.recorded${suffix}`, rate("recorded"), "1/s"),
    figureLine(`wire.ratio.validated${suffix}`, rate("validated") / rate("bare"), "ratio"),
    figureLine(`wire.ratio.recorded${suffix}`, rate("recorded") / rate("bare"), "ratio"),
    figureLine(`wire.ratio.ocpp-rpc${suffix}`, rate("ocpp-rpc") / rate("bare"), "ratio"),
    figureLine(`wire.cpu_per_roundtrip${suffix}`, cpu("recorded"), "us"),
    figureLine(`station.memory${suffix}`, memory("validated"), "kB"),
  );
}
figures.push(
  ...(await validateFigures({ rounds: values.quick ? 3 : 7, milliseconds: values.quick ? 200 : 500 })),
);
console.log(`\n${figures.join("\n")}`);
