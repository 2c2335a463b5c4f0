// Makes `npx stationmaster` work in a checkout: npm links the commands of dependencies, not those of the package itself.
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";

const commands = fileURLToPath(new URL("../node_modules/.bin/", import.meta.url));
mkdirSync(commands, { recursive: true });
rmSync(`${commands}stationmaster`, { force: true });
symlinkSync("../../bin/stationmaster.js", `${commands}stationmaster`);
