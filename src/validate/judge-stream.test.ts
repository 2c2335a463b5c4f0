import { describe, expect, it } from "vitest";
import { exportFrames } from "../journal/export/frames.ts";
import type { FrameRow } from "../store/store.ts";
import type { JudgeOptions } from "./judge.ts";
import { judgeStream } from "./judge-stream.ts";
import type { DialectMissing, Verdict } from "./verdict.ts";

/** Judges a text that comes in pieces of so many bytes. */
async function judged(
  text: string | Uint8Array,
  options: JudgeOptions & { maxLength?: number } = {},
  size = 7,
): Promise<(Verdict | DialectMissing)[]> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const verdicts = [];
  for await (const some of judgeStream(pieces(), options)) verdicts.push(...some);
  return verdicts;
}

const rulesOf = (verdicts: readonly (Verdict | DialectMissing)[]): unknown[] =>
  verdicts.map((verdict) => ("kind" in verdict ? verdict.kind : verdict.issues.map(({ rule }) => rule)));

const message = (more: object): string =>
  JSON.stringify({ dialect: "1.6J", action: "Heartbeat", kind: "request", payload: {}, ...more });

const envelope = (body: string, headers = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing" xmlns:c="urn://Ocpp/Cs/2015/10/"><s:Header>${headers}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
const headers = (action: string, id: string): string =>
  `<c:chargeBoxIdentity s:mustUnderstand="true">CP1</c:chargeBoxIdentity><a:Action s:mustUnderstand="true">/${action}</a:Action><a:MessageID>${id}</a:MessageID><a:From><a:Address>http://cp1/</a:Address></a:From><a:ReplyTo s:mustUnderstand="true"><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo><a:To s:mustUnderstand="true">http://csms/</a:To>`;
const authorize = envelope(
  "<c:authorizeRequest><c:idTag>A</c:idTag></c:authorizeRequest>",
  headers("Authorize", "m1"),
);

describe("messages", () => {
  it("are judged by dialect, action and kind", async () => {
    const lines = [
      message({}),
      message({ payload: { a: 1 } }),
      message({ kind: "response", payload: { currentTime: "2026-01-31T12:00:00Z" } }),
      message({ kind: "response" }),
      message({ dialect: "2.0.1", action: "StatusNotification" }),
      message({ action: "NotifyReport" }),
    ];
    const verdicts = await judged(lines.join("\n"));
    expect(verdicts.map((verdict) => "valid" in verdict && [verdict.line, verdict.valid])).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, false],
      [5, false],
      [6, false],
    ]);
    expect(verdicts[1]).toMatchObject({
      issues: [
        { pointer: "/a", rule: "additionalProperties", severity: "error", code: "FormationViolation" },
      ],
    });
    expect(verdicts[3]).toMatchObject({ issues: [{ pointer: "/currentTime", rule: "required" }] });
    expect(verdicts[4]).toMatchObject({ issues: [{ code: "OccurrenceConstraintViolation" }, {}, {}, {}] });
    expect(verdicts[5]).toMatchObject({ issues: [{ rule: "action", code: "NotImplemented" }] });
  });

  it("take the dialect that was named where they have none, and keep their own", async () => {
    const none = message({ dialect: undefined, action: "GetVariables" });
    expect(rulesOf(await judged(`${message({})}\n${none}\n${message({})}`))).toEqual([[], "dialect-missing"]);
    expect(rulesOf(await judged(none, { dialect: "1.6J" }))).toEqual([["action"]]);
    expect(rulesOf(await judged(none, { dialect: "2.0.1" }))).toEqual([["required"]]);
    expect(rulesOf(await judged(message({}), { dialect: "2.0.1" }))).toEqual([[]]);
  });

  it.each([
    [message({ dialect: "1.6" }), "dialect", "/dialect"],
    [message({ action: 5 }), "form", "/action"],
    [message({ kind: "call" }), "form", "/kind"],
    [message({ payload: undefined }), "form", "/payload"],
    ['{"hello":1}', "form", ""],
    ['"hello"', "form", ""],
    ["null", "form", ""],
    [message({}).slice(0, -1), "json", ""],
    [message({}) + message({}), "trailingData", ""],
    [`{"__proto__":{"action":"Heartbeat","payload":{}}}`, "form", ""],
  ])("that are none are an error of the line: %s", async (line, rule, pointer) => {
    const [verdict] = await judged(line);
    expect(verdict).toMatchObject({ line: 1, valid: false, issues: [{ rule, pointer, of: "line" }] });
  });

  it("show what is wrong with their text, with its place in the input", async () => {
    const twice = `{"dialect":"1.6J","action":"Authorize","kind":"request","payload":{"idTag":"A","idTag":"B"},"x":1,"x":2}`;
    expect(await judged(`\n${twice}\r\n`)).toEqual([
      { line: 1, valid: true, issues: [] },
      {
        line: 2,
        valid: true,
        issues: [
          expect.objectContaining({
            pointer: "/idTag",
            rule: "duplicateKey",
            line: 2,
            column: 80,
            code: "FormationViolation",
          }),
          expect.objectContaining({ pointer: "/x", rule: "duplicateKey", of: "line", column: 99 }),
        ],
      },
    ]);
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('["'),
      0xff,
      ...new TextEncoder().encode('"]'),
    ]);
    expect(rulesOf(await judged(bytes, { dialect: "1.6J" }))).toEqual([["encoding", "unknown-message-type"]]);
  });
});

describe("frames of OCPP-J", () => {
  it("need a dialect", async () => {
    expect(await judged('[2,"1","Heartbeat",{}]')).toEqual([
      { line: 1, kind: "dialect-missing", what: "a frame of OCPP-J" },
    ]);
    expect(rulesOf(await judged("[2,"))).toEqual(["dialect-missing"]);
    expect(rulesOf(await judged('[2,"1","Heartbeat",{}]', { dialect: "1.6S" }))).toEqual([["form"]]);
  });

  it("are judged by their dialect, answers by the request before them", async () => {
    const lines = [
      '[2,"1","Heartbeat",{}]',
      '[2,"2","Authorize",{"idTag":"A"}]',
      '[3,"2",{"idTagInfo":{"status":"accepted"}}]',
      '[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]',
      '[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]',
      '[2,"3","Authorize",{"idTag":7}]',
      '[4,"3","InternalError","",{}]',
      '[4,"3","InternalErr","",{}]',
    ];
    const verdicts = await judged(lines.join("\n"), { dialect: "1.6J" });
    expect(rulesOf(verdicts)).toEqual([
      [],
      [],
      ["enum"],
      [],
      ["unknownMessageId"],
      ["type"],
      [],
      ["unknownMessageId", "error-code"],
    ]);
    expect(verdicts[2]).toMatchObject({ issues: [{ pointer: "/idTagInfo/status" }] });
    expect(verdicts[4]).toMatchObject({ issues: [{ pointer: "/1", of: "frame", severity: "error" }] });
  });

  it("of both sides may have the same id at once", async () => {
    const lines = [
      '[2,"1","Heartbeat",{}]',
      '[2,"1","GetLocalListVersion",{}]',
      '[3,"1",{"listVersion":1}]',
      '[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]',
    ];
    expect(rulesOf(await judged(lines.join("\n"), { dialect: "1.6J" }))).toEqual([[], [], [], []]);
  });

  it("that cannot be read say why, with the code of the version", async () => {
    const lines = [
      "[]",
      '[2,"1","Heartbeat"]',
      '[9,"1",{}]',
      '[2,"1","Heartbeat",[]]',
      '[2,"1"',
      '[2,"1","X",{}]',
    ];
    const verdicts = await judged(lines.join("\n"), { dialect: "2.0.1" });
    expect(
      verdicts.map((verdict) => "valid" in verdict && verdict.issues.map(({ rule, code }) => [rule, code])),
    ).toEqual([
      [["wrong-length", "RpcFrameworkError"]],
      [["wrong-length", "RpcFrameworkError"]],
      [["unknown-message-type", "MessageTypeNotSupported"]],
      [["bad-payload", "FormatViolation"]],
      [["json", "RpcFrameworkError"]],
      [["action", "NotImplemented"]],
    ]);
  });

  it("have pointers into the payload, and into the frame where they say so", async () => {
    const [verdict] = await judged('[2,"1","Heartbeat",{"a":{"b":1,"b":2}}]', { dialect: "1.6J" });
    expect(verdict).toMatchObject({
      issues: [
        { rule: "duplicateKey", pointer: "/a/b", column: 32 },
        { rule: "additionalProperties", pointer: "/a" },
      ],
    });
    expect("issues" in (verdict ?? {}) && JSON.stringify(verdict)).not.toContain('"of"');
  });

  it("are remembered in bounded memory", async () => {
    const calls = Array.from({ length: 10_001 }, (_, i) => `[2,"${i}","Heartbeat",{}]`);
    const answers = ["0", "1", "10000"].map((id) => `[3,"${id}",{"currentTime":"2026-01-31T12:00:00Z"}]`);
    const verdicts = await judged([...calls, ...answers].join("\n"), { dialect: "1.6J" }, 65536);
    expect(rulesOf(verdicts.slice(-3))).toEqual([["unknownMessageId"], [], []]);
  });
});

describe("rows of our export", () => {
  const row = (more: object): string =>
    JSON.stringify({
      id: "X",
      station: "A",
      connection: "A-1",
      dialect: "1.6J",
      direction: "out",
      kind: "call",
      action: "Heartbeat",
      raw: '[2,"1","Heartbeat",{}]',
      ...more,
    });

  it("are judged by what was on the wire, answers by the action that the row names", async () => {
    const lines = [
      row({}),
      row({ direction: "in", kind: "callResult", raw: '[3,"5",{}]' }),
      row({ direction: "in", kind: "callResult", action: null, raw: '[3,"9",{}]' }),
      row({ kind: "opened", action: null, raw: '{"url":"ws://x"}' }),
      row({ kind: "fault", action: null, raw: '[2,"1","Heart\nbeat' }),
      row({ direction: "in" }),
      row({ raw: 5 }),
      row({ dialect: "1.6S", raw: authorize, action: "Authorize" }),
      row({ raw: '[2,"1","Heartbeat",{"a":1,"a":2}]' }),
    ];
    const verdicts = await judged(lines.join("\n"));
    expect(rulesOf(verdicts)).toEqual([
      [],
      ["required"],
      ["unknownMessageId"],
      [],
      ["json"],
      ["sender"],
      ["form"],
      [],
      ["duplicateKey", "additionalProperties"],
    ]);
    expect(verdicts[8]).toMatchObject({ issues: [{ line: 9, column: 27, pointer: "/a" }, {}] });
  });

  it("may come as one JSON array, a row a line, as the export writes it", async () => {
    const array = `[${row({})},\n${row({ raw: "[]" })},\r\n${row({})}]\n`;
    expect(rulesOf(await judged(array))).toEqual([[], ["wrong-length"], []]);
    expect(rulesOf(await judged(`[${row({})}]\n`))).toEqual([[]]);
  });
});

describe("rows of our export as CSV", () => {
  const rowOf = (more: Partial<FrameRow>): FrameRow => ({
    id: "X",
    writer: "test",
    at: 0,
    station: "A",
    connection: "A-1",
    dialect: "1.6J",
    direction: "out",
    kind: "call",
    action: "Heartbeat",
    messageId: "1",
    raw: '[2,"1","Heartbeat",{}]',
    size: 22,
    pair: null,
    latency: null,
    error: null,
    issues: [],
    marks: [],
    answer: null,
    ...more,
  });
  async function csv(...rows: Partial<FrameRow>[]): Promise<string> {
    async function* given(): AsyncGenerator<FrameRow> {
      for (const row of rows) yield rowOf(row);
    }
    let text = "";
    for await (const piece of exportFrames(given(), "csv")) text += piece;
    return text;
  }

  it("are judged as the others are", async () => {
    const text = await csv(
      { station: "=A", raw: '[2,"1","Heartbeat",{"a":"x,\\"y"}]' },
      { direction: "in", kind: "callResult", raw: '[3,"5",{}]' },
      { raw: '[2,"1",\n"Heartbeat",\n{"a":1}]' },
      { raw: '\t[2,"1","Heartbeat",{}]' },
      { dialect: "1.6S", action: "Authorize", raw: authorize },
    );
    for (const size of [3, 100_000]) {
      const verdicts = await judged(text, {}, size);
      expect(verdicts.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(rulesOf(verdicts)).toEqual([
        [],
        ["additionalProperties"],
        ["required"],
        ["additionalProperties"],
        [],
        [],
        [],
        [],
      ]);
    }
  });

  it("that are broken are told", async () => {
    const text = await csv({});
    expect(rulesOf(await judged(`${text}1,2\n${text.split("\n")[1] ?? ""}\n`))).toEqual([
      [],
      [],
      ["csv"],
      [],
    ]);
    expect(rulesOf(await judged(`${text}"open\n\n`))).toEqual([[], [], ["csv"], []]);
    const long = `${text}"${"x".repeat(500)}\n${"y\n".repeat(300)}`;
    const verdicts = await judged(long, { maxLength: 600 });
    expect(verdicts).toHaveLength(303);
    expect(rulesOf(verdicts.slice(0, 4))).toEqual([[], [], ["lineLength"], []]);
  });
});

describe("envelopes", () => {
  it("stand one per line, among other lines", async () => {
    const wrong = authorize.replace("<c:idTag>A</c:idTag>", "<c:idTag>A</c:idTag><c:idTag>B</c:idTag>");
    const verdicts = await judged(`${authorize}\n${message({})}\n${wrong}\n`);
    expect(verdicts).toMatchObject([
      { line: 1, valid: true, issues: [] },
      { line: 2, valid: true },
      { line: 3, valid: false, issues: [{ line: 3, column: expect.any(Number) }] },
    ]);
  });

  it("over several lines are the whole input, with lines of their own", async () => {
    const pretty = authorize
      .replaceAll("><", ">\n<")
      .replace("<c:idTag>A</c:idTag>", "<c:idTag>A</c:idTag>\n<c:idTag>B</c:idTag>");
    const verdicts = await judged(`\n${pretty}\n\n`);
    expect(verdicts).toHaveLength(2);
    const at = pretty.slice(0, pretty.indexOf("<c:idTag>B")).split("\n").length + 1;
    expect(verdicts[1]).toMatchObject({ line: 2, valid: false, issues: [{ line: at, column: 1 }] });
  });

  it("that are none say where", async () => {
    expect(await judged("<a>\n<b></a>")).toMatchObject([
      { line: 1, issues: [{ rule: "not-xml", line: 2, of: "frame", code: expect.stringMatching(/./) }] },
    ]);
    const bytes = Uint8Array.from([...new TextEncoder().encode("<a>"), 0xff]);
    expect(rulesOf(await judged(bytes))).toEqual([["encoding", "not-xml"]]);
  });

  it("answer the action of their request", async () => {
    const answer = envelope(
      "<c:heartbeatResponse><c:currentTime>2026-01-31T12:00:00Z</c:currentTime></c:heartbeatResponse>",
      '<a:Action s:mustUnderstand="true">/HeartbeatResponse</a:Action><a:RelatesTo>m1</a:RelatesTo>',
    );
    expect(rulesOf(await judged(answer))).toEqual([[]]);
    expect(rulesOf(await judged(`${authorize}\n${answer}`))).toEqual([[], ["RelatesTo"]]);
  });

  it("are read leniently if asked", async () => {
    const bare = authorize.replace("Cs/2015/10/", "Cs/2015/10");
    expect(await judged(bare)).toMatchObject([{ valid: false }]);
    expect(await judged(bare, { lenient: true })).toMatchObject([
      { valid: true, issues: [{ severity: "warning" }] },
    ]);
  });
});

describe("streams", () => {
  it("have one verdict per line, however they are cut", async () => {
    const text = `${message({})}\n\n  \r\n${message({ payload: "é🔌" })}\n[`;
    const whole = await judged(text, { dialect: "1.6J" }, 10_000);
    expect(whole.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
    for (const size of [1, 2, 3, 5, 64]) expect(await judged(text, { dialect: "1.6J" }, size)).toEqual(whole);
    expect(await judged("")).toEqual([]);
    expect(await judged("\n\n")).toHaveLength(2);
  });

  it("keep no line that is too long", async () => {
    const long = message({ payload: { a: "x".repeat(300) } });
    const verdicts = await judged(`${message({})}\n${long}\n${message({})}\n<a>\n`, { maxLength: 200 });
    expect(verdicts).toMatchObject([
      { valid: true },
      { valid: false, issues: [{ rule: "lineLength", of: "line", actual: `${long.length} bytes` }] },
      { valid: true },
      { valid: false },
    ]);
    const deep = await judged(`<a>\n${"<b/>\n".repeat(100)}</a>`, { maxLength: 200 });
    expect(deep).toMatchObject([{ line: 1, issues: [{ rule: "lineLength" }] }]);
  });
});
