import { expect, test } from "vitest";
import { openHouse } from "./testing/harness.ts";

const message = { dialect: "1.6J", action: "Authorize", kind: "request", payload: { idTag: "A" } };
const lines = { "Content-Type": "application/x-ndjson" };

test("one message is judged, its text included", async () => {
  const { ask } = await openHouse();
  const good = await ask("POST", "/api/validate", message);
  expect([good.status, good.body]).toEqual([
    200,
    { valid: true, errors: 0, warnings: 0, lines: [{ line: 1, valid: true, issues: [] }] },
  ]);
  const wrong = await ask("POST", "/api/validate", { ...message, payload: { idTag: "x".repeat(21) } });
  expect(wrong.body).toMatchObject({
    valid: false,
    errors: 1,
    lines: [
      {
        valid: false,
        issues: [{ pointer: "/idTag", rule: "maxLength", code: "PropertyConstraintViolation" }],
      },
    ],
  });
  const twice =
    '{\n "dialect":"1.6J", "action":"Authorize", "kind":"request",\n "payload":{"idTag":"A","idTag":"B"}}';
  expect((await ask("POST", "/api/validate", twice)).body).toMatchObject({
    valid: true,
    warnings: 1,
    lines: [{ line: 1, issues: [{ rule: "duplicateKey", pointer: "/idTag", line: 3, column: 25 }] }],
  });
  expect((await ask("POST", "/api/validate", { ...message, payload: [] })).body).toMatchObject({
    valid: false,
  });
});

test("lines are judged as a body of their own or as a member, answers by their requests", async () => {
  const { ask } = await openHouse();
  const text = '[2,"1","Heartbeat",{}]\n\n[3,"1",{"currentTime":"now"}]\n';
  const expected = {
    valid: false,
    errors: 1,
    warnings: 0,
    lines: [
      { line: 1, valid: true, issues: [] },
      { line: 2, valid: true, issues: [] },
      {
        line: 3,
        valid: false,
        issues: [expect.objectContaining({ pointer: "/currentTime", rule: "format" })],
      },
    ],
  };
  expect((await ask("POST", "/api/validate", { dialect: "1.6J", text })).body).toEqual(expected);
  for (const type of ["application/x-ndjson", "text/plain; charset=utf-8"]) {
    const answer = await ask("POST", "/api/validate?dialect=1.6J", text, { "Content-Type": type });
    expect([answer.status, answer.body]).toEqual([200, expected]);
  }
  expect((await ask("POST", "/api/validate", `${JSON.stringify(message)}\n<a/>`, lines)).body).toMatchObject({
    lines: [{ valid: true }, { valid: false, issues: [{ rule: "not-an-envelope", of: "frame" }] }],
  });
});

test("a bad request is told with its place", async () => {
  const { ask, reported } = await openHouse();
  const cases: [body: unknown, headers: Record<string, string>, status: number, error: object][] = [
    ['[2,"1","Heartbeat",{}]', lines, 400, { field: "dialect", allowed: ["1.6J", "1.6S", "2.0.1", "2.1"] }],
    [{ text: '[2,"1","Heartbeat",{}]' }, {}, 400, { field: "dialect" }],
    [{ ...message, dialect: undefined }, {}, 400, { field: "dialect" }],
    [{ ...message, dialect: "3.0" }, {}, 400, { field: "dialect" }],
    [{ ...message, kind: "call" }, {}, 400, { field: "kind", allowed: ["request", "response"] }],
    [{ dialect: "1.6J", action: "Authorize", kind: "request" }, {}, 400, { field: "payload" }],
    [{ ...message, text: "" }, {}, 400, { field: "action" }],
    [{ text: 5 }, {}, 400, { field: "text" }],
    [{ ...message, colour: 1 }, {}, 400, { field: "colour" }],
    ["{", {}, 400, {}],
    [undefined, {}, 400, {}],
    [
      "a,b",
      { "Content-Type": "text/csv" },
      415,
      {
        message: "Send the body as Content-Type: application/json, application/x-ndjson or text/plain.",
        field: "Content-Type",
        allowed: ["application/json", "application/x-ndjson", "text/plain"],
      },
    ],
    ["{}\n".repeat(10_001), lines, 413, { allowed: [10_000] }],
  ];
  for (const [body, headers, status, error] of cases) {
    const answer = await ask("POST", "/api/validate", body, headers);
    expect([JSON.stringify(body)?.slice(0, 80), answer.status, answer.body]).toEqual([
      JSON.stringify(body)?.slice(0, 80),
      status,
      { error: expect.objectContaining(error) },
    ]);
  }
  expect(reported).toEqual([]);
});

test("an answer may not grow beyond measure", async () => {
  const { ask } = await openHouse();
  const members = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`x${i}`, 0]));
  const line = JSON.stringify({ ...message, payload: members });
  const answer = await ask("POST", "/api/validate", `${line}\n`.repeat(600), lines);
  expect([answer.status, answer.body]).toMatchObject([413, { error: { allowed: [50_000] } }]);
});
