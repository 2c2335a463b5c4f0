/** A JSON value with all that databases and JavaScript trip over; each time a new one. */
export function oddValue(): unknown {
  return JSON.parse(
    JSON.stringify({
      "a.b": { c: 1 },
      a: { b: 2 },
      $c: { $set: 3, $oid: "x" },
      "": { "": "" },
      " ": null,
      constructor: "plain",
      toString: false,
      _id: 7,
      "充电站 😀": "\u2028 \u{10FFFF} \0",
      numbers: [0, 1.5, -1, 1e300, 5e-324, 2 ** 31, 2 ** 53 - 1, -(2 ** 40), 0.1],
      lists: [[], [[]], {}, [null], ["", false]],
      date: "2026-01-31T12:00:00Z",
      deep: nested(120),
    }).replace("{", '{"__proto__":{"polluted":true},'),
  );
}

/** So many objects and lists in turn. */
function nested(levels: number): unknown {
  let value: unknown = "bottom";
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { next: value };
  return value;
}
