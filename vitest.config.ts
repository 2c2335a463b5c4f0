import { join } from "node:path";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { rounds } from "./testdata/rounds.ts";
import { scratchFolder } from "./testdata/scratch.ts";

// Real servers, browsers and processes, on machines with other work: long enough that only a hang fails.
const limit = rounds(4, 120) * 60_000;
const real = {
  testTimeout: limit,
  hookTimeout: limit,
  setupFiles: ["testdata/patience.ts", "testdata/properties.ts"],
  expect: { poll: { timeout: 60_000 } },
};

/** Files that wait long for servers and processes begin first, so that none is left alone at the end of a first run. */
const longest = [
  /\/mongodb\/(mongodb|stand-alone|without-time-series)\.test/,
  /\/torture\.test/,
  /\/src\/cli\/store.*\.test/,
  /\/mongodb\//,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((pattern) => pattern.test(moduleId));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

const scratch = scratchFolder(process.env["TMPDIR"]);
if (scratch !== undefined) process.env["TMPDIR"] = scratch;
// The threads and processes that tests start compile what others have compiled before.
process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, ".cache/compile");

export default defineConfig({
  test: {
    // One file at a time: two that work on the same MongoDB test server at once were seen to deadlock it.
    maxWorkers: 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["{protocol,schemas,src,scripts,bench,testdata}/**/*.test.ts"],
          ...real,
        },
      },
      {
        plugins: [solid()],
        resolve: { conditions: ["development", "browser"] },
        test: {
          name: "web",
          environment: "jsdom",
          // One jsdom per worker instead of one per file: a fifth of the work.
          pool: "vmForks",
          include: ["web/**/*.test.{ts,tsx}"],
          exclude: ["web/dist/**"],
          ...real,
          setupFiles: [...real.setupFiles, "web/testing/patience.ts"],
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: ["e2e/**/*.test.ts"],
          fileParallelism: false,
          ...real,
        },
      },
    ],
  },
});
