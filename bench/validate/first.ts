// What the first validation costs, in a process of its own: nothing is compiled before it is asked for.
const start = performance.now();
const { dialectEntry } = await import("../../protocol/dialect.ts");
const loaded = performance.now();

const { samples } = await import("./messages.ts");
const [sample] = samples;
if (!sample) throw new Error("no sample");
const entry = dialectEntry(sample.dialect);
const made = performance.now();
entry.validator().request(sample.action, sample.payload);
const first = performance.now();
for (const action of Object.keys(entry.catalogue)) {
  entry.validator().request(action, {});
  entry.validator().response(action, {});
}
const all = performance.now();

console.log(JSON.stringify({ load: loaded - start, first: first - made, all: all - first }));
