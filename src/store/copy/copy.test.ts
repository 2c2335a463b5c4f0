import { expect, test } from "vitest";
import { canonicalJson, Content, sections } from "../canonical.ts";
import { describeWithMongo } from "../mongodb/testing/describe.ts";
import type { HomeChoice } from "../open.ts";
import { copyStore } from "./copy.ts";
import { keepingAdvice, oldestOf, refuseExpiring } from "./expiring.ts";
import { expire, fill, newHome, openEnd } from "./testing/homes.ts";

type Kind = HomeChoice["kind"];

async function copied(from: Kind, to: Kind): Promise<void> {
  const source = await openEnd(await newHome(from));
  await fill(source.store);
  const target = await openEnd(await newHome(to));
  const proofs = await copyStore(source, target, {});
  expect(proofs.filter(({ equal }) => !equal)).toEqual([]);
  const counts = Object.fromEntries(proofs.map((proof) => [proof.section, proof.target.count]));
  expect(counts).toMatchObject({
    documents: 2,
    states: 2,
    history: 2,
    runs: 1,
    findings: 3,
    connections: 2,
    transactions: 4,
    events: 4,
    samples: 60,
    frames: 92,
  });
  expect(proofs.map(({ section }) => section)).toEqual(sections);
  const request = (await source.store.frames.query({ kinds: ["call"] }, { limit: 100 })).items.find(
    ({ answer }) => answer,
  );
  expect(request).toBeDefined();
  expect(await target.store.frames.get(request?.id ?? "")).toEqual(request);
  // And it passes for a whole one from now on.
  const again = await openEnd(await newHome("embedded"));
  expect((await copyStore(target, again, {})).every(({ equal }) => equal)).toBe(true);
}

test("from one folder to another", () => copied("embedded", "embedded"));

describeWithMongo("copies with MongoDB", {}, () => {
  test("from a folder to a database", () => copied("embedded", "mongodb"));
  test("from a database to a folder", () => copied("mongodb", "embedded"));
  test("from one database to another", () => copied("mongodb", "mongodb"));
  test("a copy to a database that is stopped goes on and doubles nothing", () =>
    stoppedAndResumed("mongodb"));
});

test("a copy that is stopped goes on and doubles nothing", () => stoppedAndResumed("embedded"));

async function stoppedAndResumed(kind: Kind): Promise<void> {
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store, 6000);
  const place = await newHome(kind);
  const first = await openEnd(place);
  const end = new AbortController();
  const progress = ({ section, count }: { section: string; count: number }): void => {
    if (section === "frames" && count >= 4000) end.abort(new Error("stopped"));
  };
  await expect(copyStore(source, first, { signal: end.signal, progress })).rejects.toThrow("stopped");
  const part = await first.store.frames.count({});
  expect(part).toBeGreaterThan(0);
  expect(part).toBeLessThan(9002);
  await expect(copyStore(first, await openEnd(await newHome("embedded")), {})).rejects.toThrow(
    "only the beginning of a copy",
  );
  await first.store.close();
  const second = await openEnd(place);
  const proofs = await copyStore(source, second, {});
  expect(proofs.filter(({ equal }) => !equal)).toEqual([]);
  expect(await second.store.frames.count({})).toBe(9002);
}

test("a target that holds something is refused and stays as it is", async () => {
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store);
  const target = await openEnd(await newHome("embedded"));
  await target.store.documents.put("stations", "MINE", 1);
  await expect(copyStore(source, target, {})).rejects.toThrow("is not empty (there are documents)");
  expect(await target.store.frames.count({})).toBe(0);
  expect(await target.store.documents.list("server")).toEqual([]);
});

test("what is lost on the way is seen, and the target stays marked", async () => {
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store);
  const place = await openEnd(await newHome("embedded"));
  const append = place.store.append.bind(place.store);
  const lossy = {
    ...place.store,
    append: (batch: Parameters<typeof append>[0]) => append({ ...batch, frames: batch.frames.slice(1) }),
  };
  const proofs = await copyStore(source, { ...place, store: lossy }, {});
  expect(proofs.filter(({ equal }) => !equal).map(({ section }) => section)).toEqual(["frames"]);
  expect(await place.store.documents.list("server")).toHaveLength(1);
});

test("a target that would remove at once what it gets is refused", async () => {
  const source = await openEnd(await newHome("embedded"));
  await fill(source.store);
  const oldest = await oldestOf(source.store);
  expect(oldest.frames).toBeCloseTo(1_700_000_000_001.25);
  const day = 86_400_000;
  const now = 1_700_000_000_000 + 20 * day;
  const keeping = { days: expire, told: {}, settings: expire, fresh: false };
  const keeps = (frames: number): typeof expire => ({ ...expire, frames });
  const [short, long] = [keeps(19), keeps(21)];
  expect(() => refuseExpiring({ ...keeping, days: short }, oldest, now)).toThrow("--mongodb-expire-frames 0");
  expect(() => refuseExpiring({ ...keeping, days: long }, oldest, now)).not.toThrow();
  expect(() => refuseExpiring({ ...keeping, settings: short }, oldest, now)).not.toThrow();
  expect(() => refuseExpiring(null, oldest, now)).not.toThrow();
  // What is not there yet becomes what the settings say.
  const fresh = { ...keeping, settings: short, fresh: true };
  expect(() => refuseExpiring(fresh, oldest, now)).toThrow("keeps them for 19 days");
  expect(() => refuseExpiring({ ...fresh, told: { frames: 0 } }, oldest, now)).not.toThrow();
  expect(() => refuseExpiring({ ...fresh, settings: long }, oldest, now)).not.toThrow();

  expect(keepingAdvice({ ...keeping, days: long, settings: long }, oldest)).toBeNull();
  expect(keepingAdvice(null, oldest)).toBeNull();
  expect(keepingAdvice({ ...keeping, told: { frames: 0 } }, { ...oldest, frames: null })).toBeNull();
  expect(keepingAdvice({ ...keeping, told: { frames: 0 } }, oldest)).toMatch(
    /keeps frames for ever\. .* \(mongodb\.expireFrames 0\)/,
  );
  expect(keepingAdvice({ ...keeping, days: long, settings: short }, oldest)).toContain("frames 21 days");
});

test("equal rows have one text and one digest, in any order; one bit makes another", () => {
  const a = canonicalJson({ b: [1, { y: null, x: "ü" }], a: undefined });
  expect(a).toBe('{"b":[1,{"x":"ü","y":null}]}');
  expect(canonicalJson(JSON.parse('{"__proto__":{"b":1,"a":2}}'))).toBe('{"__proto__":{"a":2,"b":1}}');
  const digest = (...texts: string[]): string => {
    const content = new Content();
    for (const text of texts) content.add(text);
    return content.digest();
  };
  expect(digest("1", "2", "3")).toBe(digest("3", "1", "2"));
  expect(digest("1", "2")).not.toBe(digest("1", "3"));
  expect(digest("1")).not.toBe(digest("1", "1"));
});
