// How large the house is: lines of tracked source, without what only tests use. `make bench` prints it with the others.
// `node bench/house.ts COMMIT` counts at a commit.
import { execFileSync } from "node:child_process";
import { figureLine } from "./figure.ts";

/** Rooms of the product; `:!` leaves out tests, their helpers, the proofs beside cases and the contract of the store. */
const source = [
  ...["bin", "protocol", "schemas", "src", "web"].flatMap((folder) =>
    ["ts", "tsx", "js", "css"].map((kind) => `:(glob)${folder}/**/*.${kind}`),
  ),
  ...["**/*.test.*", "**/*.red.ts", "**/testing/**", "**/testing.ts", "**/contract/**"].map(
    (test) => `:(exclude,glob)${test}`,
  ),
  // Where the contract stood until it had a folder.
  ":(exclude,glob)src/store/contract*.ts",
];

/** `path:lines` of each file that has any; tracked files as they are now, or as they were at a commit. */
const counted = execFileSync("git", ["grep", "-c", "", ...process.argv.slice(2, 3), "--", ...source], {
  cwd: new URL("..", import.meta.url),
  encoding: "utf8",
});
let lines = 0;
for (const file of counted.trim().split("\n")) lines += Number(file.split(":").at(-1));
console.log(figureLine("lines.source", lines, "lines"));
