import { describe, expect, it } from "vitest";
import { newFrameId } from "../../frames/frame-id.ts";
import type { Home } from "./contract.ts";
import { expectRefusals, expectRows, expectStartOnly } from "./rows.ts";
import { findingRows, listOf, runRow } from "./samples.ts";
import { oddValue } from "./values.ts";

export function runContract(fresh: () => Promise<Home>): void {
  describe("runs", () => {
    it("are put with their findings, replaced with all of them, and removed with them", async () => {
      const home = await fresh();
      const { store } = home;
      const [first, second] = [newFrameId(), newFrameId()];
      const begun = runRow({ id: first, endedAt: null, verdict: null, summary: {}, report: null });
      const ended = runRow({ id: first, report: oddValue(), summary: { "not applicable": 1, fail: 3 } });
      const other = runRow({ id: second, dialect: "1.6J", verdict: "pass", station: "CS-2" });
      await store.runs.put(begun, []);
      expect(await store.runs.get(first)).toEqual(begun);
      await store.runs.put(ended, findingRows(first, [{}, { case: "TC_2" }, { check: "späte 😀" }]));
      await store.runs.put(other, findingRows(second, [{ verdict: "warning" }]));
      const fewer = findingRows(first, [{ text: "again" }, {}]);
      await store.runs.put(ended, fewer);
      for (const again of [false, true]) {
        const { runs, findings } = again ? await home.reopen() : store;
        expect(await runs.get(first)).toEqual(ended);
        await expectRows(runs, {}, [ended, other], [1, 10]);
        await expectRows(runs, { dialect: "1.6J" }, [other]);
        await expectRows(runs, { verdict: "fail", dialect: "2.0.1" }, [ended]);
        await expectRows(runs, { verdict: "fail", dialect: "1.6J" }, []);
        expect(await listOf(findings.stream({ run: first }))).toEqual(fewer);
      }
    });

    it("that are removed leave nothing", async () => {
      const { store } = await fresh();
      const [first, second] = [newFrameId(), newFrameId()];
      await store.runs.put(runRow({ id: first }), findingRows(first, [{}, {}]));
      await store.runs.put(runRow({ id: second }), findingRows(second, [{}]));
      await store.runs.remove(first);
      await store.runs.remove("not there");
      expect(await store.runs.get(first)).toBeNull();
      expect((await listOf(store.runs.stream({}))).map((row) => row.id)).toEqual([second]);
      expect(await listOf(store.findings.stream({}))).toEqual(findingRows(second, [{}]));
    });

    it("take no findings that are not theirs, and nothing changes then", async () => {
      const { store } = await fresh();
      const id = newFrameId();
      const run = runRow({ id });
      const kept = findingRows(id, [{}]);
      await store.runs.put(run, kept);
      const [good] = kept;
      for (const wrong of [
        { run: "other" },
        { id },
        { id: `${id}/x` },
        { id: `${id}/-1` },
        { id: "other/0" },
        { run: "other", id: "other/0" },
      ])
        await expect(
          store.runs.put({ ...run, verdict: "pass" }, [{ ...(good as (typeof kept)[0]), ...wrong }]),
        ).rejects.toBeInstanceOf(TypeError);
      expect(await listOf(store.runs.stream({}))).toEqual([run]);
      expect(await listOf(store.findings.stream({}))).toEqual(kept);
    });

    it("page and stream without a gap", async () => {
      const { store } = await fresh();
      const many = Array.from({ length: 57 }, () => runRow({ id: newFrameId() }));
      for (const run of many.toReversed()) await store.runs.put(run, []);
      await expectRows(store.runs, {}, many, [10, 57]);
      await expectRefusals(store.runs, {});
      await expectStartOnly(store.runs, {}, many, async () =>
        store.runs.put(runRow({ id: newFrameId() }), []),
      );
    });
  });

  describe("findings", () => {
    it("come run by run in the order of the report, by each filter", async () => {
      const { store } = await fresh();
      const runs = [newFrameId(), newFrameId()];
      const rows = runs.map((run) =>
        findingRows(
          run,
          Array.from({ length: 112 }, (_, i) => ({
            case: `TC_${i % 3}`,
            verdict: i % 5 === 0 ? "fail" : "warning",
          })),
        ),
      );
      for (const [place, run] of runs.entries()) await store.runs.put(runRow({ id: run }), rows[place] ?? []);
      const all = rows.flat();
      await expectRows(store.findings, {}, all, [9, 224]);
      await expectRows(store.findings, { run: runs[1] ?? "" }, rows[1] ?? [], [50]);
      const [one, failed] = [{ case: "TC_1" }, { verdict: "fail" }];
      await expectRows(
        store.findings,
        one,
        all.filter((row) => row.case === "TC_1"),
        [7],
      );
      await expectRows(
        store.findings,
        failed,
        all.filter((row) => row.verdict === "fail"),
      );
      await expectRows(
        store.findings,
        { ...one, ...failed, run: runs[0] ?? "" },
        (rows[0] ?? []).filter((row) => row.case === "TC_1" && row.verdict === "fail"),
      );
      await expectRefusals(store.findings, {});
    });
  });
}
