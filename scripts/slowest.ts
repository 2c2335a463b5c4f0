// For Vitest's `--reporter`: says at the end which files took longest, so that nobody has to look for them.
import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

type Timed = Pick<TestModule, "moduleId"> & { diagnostic(): Partial<ReturnType<TestModule["diagnostic"]>> };

/** Lines of seconds, from the first import to the last hook, and path; the longest first. */
export function slowest(files: readonly Timed[], most: number): string[] {
  return files
    .map((file) => {
      const {
        environmentSetupDuration = 0,
        setupDuration = 0,
        collectDuration = 0,
        duration = 0,
      } = file.diagnostic();
      return {
        file,
        seconds: (environmentSetupDuration + setupDuration + collectDuration + duration) / 1000,
      };
    })
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, most)
    .map(
      ({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${relative(process.cwd(), file.moduleId)}`,
    );
}

export default class Slowest implements Reporter {
  onTestRunEnd(files: readonly TestModule[]): void {
    console.log(`\nSlowest files\n${slowest(files, 15).join("\n")}`);
  }
}
