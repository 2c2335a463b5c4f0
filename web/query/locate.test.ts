import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locate } from "./locate.ts";

describe("locate", () => {
  const text = '[3, "m1", {"a": {"b\\"c": [1, {"d": "x,]}"}]}, "e": null}]';
  const at = (...path: string[]): string | undefined => {
    const place = locate(text, path);
    return place === null ? undefined : text.slice(place.from, place.to);
  };

  it("finds values by their path, through escaped names and texts full of brackets", () => {
    expect(at("2", "a", 'b"c', "1", "d")).toBe('"x,]}"');
    expect(at("2", "e")).toBe("null");
    expect(at("1")).toBe('"m1"');
    expect(at()).toBe(text);
  });

  it("gives the innermost value that exists when a step is missing", () => {
    const place = locate(text, ["2", "a", "gone", "deeper"]);
    expect(place?.missing).toBe(true);
    expect(text.slice(place?.from, place?.to)).toBe('{"b\\"c": [1, {"d": "x,]}"}]}');
  });

  it("finds nothing in what is not JSON", () => {
    expect(locate('[2,"m1","Reset",{"type":', ["3"])).toBeNull();
  });

  it("agrees with JSON.parse for any value and any path into it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), fc.boolean(), (value, pick, spaced) => {
        const json = JSON.stringify(value, null, spaced ? 2 : undefined);
        const paths = [...leaves(value, [])];
        const chosen = paths[pick % paths.length];
        if (chosen === undefined) return;
        const place = locate(json, chosen.path);
        expect(place?.missing).toBe(false);
        expect(JSON.parse(json.slice(place?.from, place?.to))).toEqual(
          JSON.parse(JSON.stringify(chosen.value)),
        );
      }),
    );
  });
});

function* leaves(value: unknown, path: string[]): Generator<{ path: string[]; value: unknown }> {
  yield { path, value };
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* leaves(inner, [...path, name]);
}
