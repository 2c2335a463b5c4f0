import { describe, expect, it } from "vitest";
import { screenAt, screens } from "./screens.ts";

const files = Object.keys(import.meta.glob("../screens/*.tsx"));
const [list] = Object.values(
  import.meta.glob<string>("./screens.ts", { query: "?raw", import: "default", eager: true }),
);

describe("screens", () => {
  it.each(files)("lists %s once", (file) => {
    expect(list?.split(`"${file}"`)).toHaveLength(2);
  });

  it("has one screen for each file, each with a path and a name of its own", () => {
    expect(screens).toHaveLength(files.length);
    for (const member of ["path", "name", "component"] as const)
      expect(new Set(screens.map((screen) => screen[member])).size).toBe(screens.length);
  });

  it("knows which one is at an address", () => {
    expect(screenAt("/runs/01H")?.name).toBe("Audits");
    expect(screenAt("/runsome")).toBeUndefined();
  });
});
