import { run } from "./stationmaster.ts";

await run(null);
