import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Files that are known by being listed, and from where each of them sees its list. */
const kinds = [
  { kind: "block of a station", files: "protocol/model/*/block.ts", list: "../blocks.ts" },
  { kind: "block of a version", files: "protocol/v*/*/block.ts", list: "../blocks.ts" },
  { kind: "block of cases", files: "src/conformance/cases/v*/*/block.ts", list: "../blocks.ts" },
  { kind: "case", files: "src/conformance/cases/v*/*/tc-*.ts", list: "./block.ts", except: /\.red\.ts$/ },
  { kind: "stage of misbehaviours", files: "src/sandbox/misbehaviours/*/stage.ts", list: "../all.ts" },
  {
    kind: "misbehaviour",
    files: "src/sandbox/misbehaviours/*/*-*.ts",
    list: "./stage.ts",
    except: /\/patterns\//,
  },
  { kind: "screen", files: "web/screens/*.tsx", list: "../app/screens.ts" },
];

/**
 * How often a list has a file: what it exports on or loads lazily, as often as the path stands in it; what it imports, as
 * often as the name is used.
 */
function timesListed(list: string, path: string): number {
  const [, name] =
    new RegExp(`^import (?:\\* as )?\\{? ?(\\w+) ?\\}? from "${path}";$`, "m").exec(list) ?? [];
  if (name === undefined) return list.split(`"${path}"`).length - 1;
  const used = list.replaceAll(/^import .*$|\/\*[^]*?\*\/|\/\/.*|"[^"]*"/gm, "");
  return used.split(new RegExp(`\\b${name}\\b`)).length - 1;
}

describe.each(kinds)("each $kind", ({ files, list, except }) => {
  const found = globSync(files, { cwd: root })
    .filter((file) => except?.test(file) !== true && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, list: join(dirname(file), list) }));

  test.skipIf(!found.some((each) => existsSync(join(root, each.list))))("is listed once", () => {
    const times = found.map((each) => {
      const path = relative(dirname(each.list), each.file);
      return [
        each.file,
        timesListed(readFileSync(join(root, each.list), "utf8"), path.startsWith(".") ? path : `./${path}`),
      ];
    });
    expect(times).toEqual(found.map(({ file }) => [file, 1]));
  });
});

test.each([
  ['import { a } from "./a.ts";\nexport const all = [a];', 1],
  ['import { a } from "./a.ts";\nexport const all = [a, b, a];', 2],
  ['import { a } from "./a.ts";\n/** Not a. */\nexport const all = [\n  // After a.\n  a,\n];', 1],
  ['import * as a from "./a.ts";\nexport const all = [\n  a,\n  ab,\n];', 1],
  ['import { a } from "./a.ts";\nexport const all = [...a];', 1],
  ['import a from "./a.ts";\nexport const all = [{ name: "b", component: a }];', 1],
  ['export { a } from "./a.ts";\nexport { ab } from "./ab.ts";', 1],
  ['lazy(() => import("./a.ts")), lazy(() => import("./a.ts"))', 2],
  ['import { b } from "./b.ts";\nexport const all = [b];', 0],
])("%j has it %i times", (list, times) => {
  expect(timesListed(list, "./a.ts")).toBe(times);
});
