import { join } from "node:path";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { scratchFolder } from "./testdata/scratch.ts";

// Real servers, browsers and processes, on machines with other work: long enough that only a hang fails.
const real = { testTimeout: 240_000, hookTimeout: 240_000 };

const scratch = scratchFolder(process.env["TMPDIR"]);
if (scratch !== undefined) process.env["TMPDIR"] = scratch;
// The threads and processes that tests start compile what others have compiled before.
process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, ".cache/compile");

export default defineConfig({
  test: {
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
          include: ["web/**/*.test.{ts,tsx}"],
          exclude: ["web/dist/**"],
          ...real,
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
