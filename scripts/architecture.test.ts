import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isAt, readTable } from "./architecture-table.ts";
import { circles } from "./circles.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const code = /\.tsx?$/;
const tests = /(\.test\.tsx?$|\/testing\/|\/testing\.ts$)/;

interface Arrow {
  from: string;
  to: string;
  typeOnly: boolean;
}

const importing = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** All source files of the tree, as paths from the root. Tests are left out. */
const files = ["protocol", "schemas", "src", "web"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => code.test(file) && !tests.test(file) && !file.startsWith("web/dist")),
);

/** The imports of a file as arrows to other files or to packages. */
function arrowsFrom(from: string): Arrow[] {
  const text = readFileSync(join(root, from), "utf8");
  return [...text.matchAll(importing)].map((match) => {
    const target = match[2] ?? match[3] ?? "";
    const to = target.startsWith(".") ? relative(root, normalize(join(root, dirname(from), target))) : target;
    return { from, to, typeOnly: match[1] !== undefined };
  });
}

const all = files.flatMap(arrowsFrom);
const show = (arrow: Arrow) => `${arrow.from} -> ${arrow.to}`;
const offending = (forbidden: (arrow: Arrow) => boolean) => all.filter(forbidden).map(show);
const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const versionFolder = /^(?:protocol|schemas)\/(v\d+)\//;

const table = readTable(root);
const paths = table.flatMap((row) => row.paths.map((path) => ({ path, uses: row.uses })));
/** The row that has a file: the one that says most of where it is. */
const rowOf = (file: string) =>
  paths.filter(({ path }) => isAt(file, path)).toSorted((a, b) => b.path.length - a.path.length)[0];
const ofTree = all.filter(({ to }) => /^(protocol|schemas|src|web)\//.test(to));

/** Folders beside each other that need each other all the same, by types alone or by values too, and why. */
const bound: { folders: string[]; by: "type" | "value"; why: string }[] = [
  {
    folders: ["protocol", "schemas"],
    by: "value",
    why: "schemas carry rules, whose form is protocol/validate; a version names its schemas. No folder in them is in a circle.",
  },
  {
    folders: ["protocol/validate", "protocol/wire"],
    by: "value",
    why: "validation reads JSON as frames do; envelopes, in wire/soap, are validated while they are read.",
  },
  {
    folders: ["protocol/model/*"],
    by: "type",
    why: "what is said to a station, and what it answers, names what its blocks know.",
  },
  {
    folders: ["src/api", "src/server"],
    by: "value",
    why: "start.ts starts the application; the API works with the folders of the server, which know no HTTP.",
  },
  {
    folders: ["src/conformance/adapter", "src/conformance/context"],
    by: "type",
    why: "a case asks an adapter, and an adapter asks the operator as a case does.",
  },
  {
    folders: ["web/api", "web/text"],
    by: "type",
    why: "texts are about what the API gives, whose errors are texts.",
  },
];

describe("the table in docs/architecture.md", () => {
  it("has each file", () => {
    expect(files.filter((file) => rowOf(file) === undefined)).toEqual([]);
  });

  it("allows each import, by value or type", () => {
    const allowed = ({ from, to, typeOnly }: Arrow): boolean => {
      const [own, target] = [rowOf(from), rowOf(to)];
      if (own === undefined || target === undefined) return false;
      if (target.path.startsWith(own.path) || (isAt(from, "src/") && isAt(to, "src/*.ts"))) return true;
      return own.uses.some((use) => {
        if (use.typesOnly && !typeOnly) return false;
        const around = own.path.startsWith(use.path) && paths.some(({ path }) => path === use.path);
        return around ? target.path === use.path : isAt(to, use.path);
      });
    };
    expect(ofTree.filter((arrow) => !allowed(arrow)).map(show)).toEqual([]);
  });
});

describe("folders beside each other", () => {
  const found = {
    value: circles(ofTree.filter(({ typeOnly }) => !typeOnly)),
    type: circles(ofTree),
  };
  const holds = (folders: string[], circle: string[]): boolean =>
    circle.every((name) => folders.some((folder) => isAt(name, folder)));

  it.each(["value", "type"] as const)("do not need each other, by %s", (by) => {
    const known = bound.filter((each) => by === "type" || each.by === "value");
    const unknown = found[by].filter((circle) => !known.some(({ folders }) => holds(folders, circle)));
    expect(unknown).toEqual([]);
  });

  it("are named as bound to each other only where they are", () => {
    const gone = bound.filter(({ folders, by }) => !found[by].some((circle) => holds(folders, circle)));
    expect(gone).toEqual([]);
  });
});

describe("who may import whom", () => {
  it("finds the imports at all", () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it("keeps protocol/ and schemas/ pure", () => {
    const packages = /^(ajv|ajv-formats|typebox|saxes|fast-xml-parser)(\/|$)/;
    expect(
      offending(
        ({ from, to }) =>
          (inside(from, "protocol") || inside(from, "schemas")) &&
          !inside(to, "protocol") &&
          !inside(to, "schemas") &&
          !packages.test(to),
      ),
    ).toEqual([]);
  });

  it("keeps wire/, validate/ and model/ free of versions", () => {
    const neutral = ["protocol/wire", "protocol/validate", "protocol/model"];
    expect(
      offending(
        ({ from, to }) =>
          neutral.some((folder) => inside(from, folder)) &&
          (versionFolder.test(to) || to === "protocol/dialect.ts"),
      ),
    ).toEqual([]);
  });

  it("lets no version use another, but 2.1 the one it extends", () => {
    expect(
      offending(({ from, to }) => {
        const own = versionFolder.exec(from)?.[1];
        const other = versionFolder.exec(to)?.[1];
        return (
          own !== undefined && other !== undefined && own !== other && !(own === "v21" && other === "v201")
        );
      }),
    ).toEqual([]);
  });

  it("shows version folders only to the dialect table, the cases and the sandbox", () => {
    const allowed = ["protocol/dialect.ts", "src/conformance/cases", "src/sandbox"];
    expect(
      offending(
        ({ from, to }) =>
          /^protocol\/v\d+\//.test(to) &&
          !/^protocol\/v\d+\//.test(from) &&
          !allowed.some((folder) => inside(from, folder)),
      ),
    ).toEqual([]);
  });

  it("keeps the web app away from the server, but for types", () => {
    expect(
      offending(({ from, to, typeOnly }) => inside(from, "web") && inside(to, "src") && !typeOnly),
    ).toEqual([]);
  });

  it("gives conformance no way to a socket", () => {
    const sockets = /^(ws|node:(net|tls|http|https|dgram))$/;
    expect(offending(({ from, to }) => inside(from, "src/conformance") && sockets.test(to))).toEqual([]);
  });

  it("compares dialects nowhere but in the table", () => {
    const comparing = /(?:===|!==|case)\s*"(?:1\.6J|1\.6S|2\.0\.1|2\.1)"/;
    const offenders = files.filter(
      (file) => file !== "protocol/dialect.ts" && comparing.test(readFileSync(join(root, file), "utf8")),
    );
    expect(offenders).toEqual([]);
  });
});
