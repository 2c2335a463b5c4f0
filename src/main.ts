import { run } from "./cli/run.ts";

// Not exit(): what is still on its way to a pipe or a log gets out. Commands close what would keep the process alive.
process.exitCode = await run(process.argv.slice(2));
