import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A row of the table of folders in docs/architecture.md. */
export interface Row {
  /** Folders end with a slash; `src/*.ts` are the files of a folder without what is in its folders. */
  paths: string[];
  uses: Use[];
}

export interface Use {
  /** From the root; `*` stands for the name of one folder. */
  path: string;
  typesOnly: boolean;
}

/** Reads the table. Throws when a row, or what it may use, does not exist. */
export function readTable(root: string): Row[] {
  const text = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const lines = text.split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) => {
    const [, folder = "", , uses = ""] = line.split("|");
    const paths = spans(folder);
    for (const path of paths) if (!exists(root, path)) throw new Error(`There is no ${path}.`);
    return {
      paths,
      uses: uses.split(";").flatMap((part) => {
        const typesOnly = part.trim().startsWith("types of ");
        return spans(part).map((name) => ({ path: resolve(root, paths[0] ?? "", name), typesOnly }));
      }),
    };
  });
}

/** Whether a file is there: a folder has all below it, `*` is the name of one folder or file. */
export function isAt(file: string, path: string): boolean {
  const pattern = path.replaceAll(".", "\\.").replaceAll("*", "[^/]+");
  return new RegExp(`^${pattern}${path.endsWith("/") ? "" : "$"}`).test(file);
}

function spans(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
}

function exists(root: string, path: string): boolean {
  const [before, after] = path.split("*");
  if (before === undefined || after === undefined) return existsSync(join(root, path));
  return existsSync(join(root, before)) && readdirSync(join(root, before)).length > 0;
}

/** The nearest of that name, from the folder beside the row's own outwards. */
function resolve(root: string, row: string, name: string): string {
  for (let around = dirname(row); ; around = dirname(around)) {
    const path = around === "." ? name : `${around}/${name}`;
    if (path !== row && exists(root, path)) return path;
    if (around === ".") throw new Error(`${row} may use ${name}, which does not exist.`);
  }
}
