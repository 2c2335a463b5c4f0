import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const code = /\.tsx?$/;
const tests = /(\.test\.tsx?$|\/testing\/|\/testing\.ts$)/;

interface Arrow {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** All imports of the tree as arrows between files (paths from the root) or to packages. Tests are left out. */
function arrows(): Arrow[] {
  const found: Arrow[] = [];
  for (const folder of ["protocol", "schemas", "src", "web"]) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      const from = join(folder, file);
      if (!code.test(from) || tests.test(from) || from.startsWith("web/dist")) continue;
      const text = readFileSync(join(root, from), "utf8");
      for (const match of text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s)?"([^"]+)"/gm)) {
        const target = match[2] ?? "";
        const to = target.startsWith(".")
          ? relative(root, normalize(join(root, dirname(from), target)))
          : target;
        found.push({ from, to, typeOnly: match[1] !== undefined });
      }
    }
  }
  return found;
}

const all = arrows();
const show = (arrow: Arrow) => `${arrow.from} -> ${arrow.to}`;
const offending = (forbidden: (arrow: Arrow) => boolean) => all.filter(forbidden).map(show);
const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const versionFolder = /^(?:protocol|schemas)\/(v\d+)\//;

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
    const offenders = [...new Set(all.map(({ from }) => from))].filter(
      (file) => file !== "protocol/dialect.ts" && comparing.test(readFileSync(join(root, file), "utf8")),
    );
    expect(offenders).toEqual([]);
  });
});
