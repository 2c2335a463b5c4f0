import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Sandbox } from "./sandbox.ts";
import { phrases } from "./testing/messages.ts";
import { RawStation } from "./testing/raw-station.ts";

let sandbox: Sandbox;
let defects: unknown[];
beforeEach(async () => {
  defects = [];
  sandbox = await Sandbox.start({
    host: "127.0.0.1",
    port: 0,
    maxPayload: 64 * 1024,
    onDefect: (_station, error) => defects.push(error),
  });
});
afterEach(async () => {
  await sandbox.close();
  if (defects.length > 0) throw new Error("The sandbox found a defect of its own.", { cause: defects });
});

const longId = "i".repeat(10_000);
const deep = "[".repeat(5000) + "]".repeat(5000);

/** What a station sends, and the frames that it gets for it in 1.6 and in 2.x. */
const table: [text: string, in16: unknown[][], in201: unknown[][]][] = [
  ["", [], [[4, "-1", "RpcFrameworkError"]]],
  ["hello", [], [[4, "-1", "RpcFrameworkError"]]],
  ['{"a":1}', [], [[4, "-1", "RpcFrameworkError"]]],
  ["[]", [], [[4, "-1", "RpcFrameworkError"]]],
  ["[2]", [], [[4, "-1", "RpcFrameworkError"]]],
  ['[2,"a","Heartbeat"]', [[4, "a", "FormationViolation"]], [[4, "a", "RpcFrameworkError"]]],
  ['[2,"a","Heartbeat",{', [[4, "a", "FormationViolation"]], [[4, "a", "RpcFrameworkError"]]],
  ['[2,"a","Heartbeat",[]]', [[4, "a", "FormationViolation"]], [[4, "a", "FormatViolation"]]],
  ['[2,"a","Heartbeat",null]', [[3, "a"]], [[3, "a"]]],
  ['[2,5,"Heartbeat",{}]', [], [[4, "-1", "RpcFrameworkError"]]],
  ['[2,"","Heartbeat",{}]', [], [[4, "-1", "RpcFrameworkError"]]],
  ['[2,"a",5,{}]', [[4, "a", "FormationViolation"]], [[4, "a", "RpcFrameworkError"]]],
  [`[2,"${longId}","Heartbeat",{}]`, [[4, longId, "FormationViolation"]], [[4, "-1", "RpcFrameworkError"]]],
  [`[2,"a","Heartbeat",${deep}]`, [[4, "a", "FormationViolation"]], [[4, "a", "RpcFrameworkError"]]],
  [
    '[2,"a","Authorize",{}]',
    [[4, "a", "OccurenceConstraintViolation"]],
    [[4, "a", "OccurrenceConstraintViolation"]],
  ],
  ['[2,"a","Authorize",{"__proto__":{"idTag":"x"}}]', [[4, "a"]], [[4, "a"]]],
  ['[2,"a","__proto__",{}]', [[4, "a", "NotImplemented"]], [[4, "a", "NotImplemented"]]],
  ['[7,"a","Heartbeat",{}]', [], []],
  ['[3,"nobody-asked",{}]', [], []],
  ["[3]", [], []],
  ['[4,"nobody-asked","GenericError","",{}]', [], []],
  ['[4,null,"GenericError","",{}]', [], []],
  ['[4,"","NoSuchCode","",{}]', [], []],
];

describe.each([
  ["1.6J", 1],
  ["2.0.1", 2],
  ["2.1", 2],
] as const)("a station of %s that is out of its mind", (dialect, column) => {
  const { subprotocol, boot } = phrases[dialect];
  const accepted = async (): Promise<RawStation> => {
    const station = await RawStation.connect(sandbox.url, "CS-1", [subprotocol]);
    await station.result("BootNotification", boot);
    return station;
  };

  it.each(table.map((row) => ({ text: row[0], shown: row[0].slice(0, 50), answers: row[column] })))(
    "gets the right answer to $shown",
    async ({ text, answers }) => {
      const station = await accepted();
      station.socket.send(text);
      await station.sync();
      const frames = station.take(() => true);
      expect(frames).toHaveLength(answers.length);
      for (const [at, frame] of frames.entries()) {
        const expected = answers[at] ?? [];
        expect(frame.slice(0, expected.length)).toEqual(expected);
      }
      const errors = frames.filter((frame) => frame[0] === 4);
      expect(errors.map((frame) => frame.slice(3))).toEqual(
        errors.map(() => [expect.stringMatching(/^.{1,255}$/), {}]),
      );
      expect(await station.result("Heartbeat", {})).toHaveProperty("currentTime");
    },
  );

  it("gets an error for a binary frame, where its version has one", async () => {
    const station = await accepted();
    station.socket.send(Buffer.from('[2,"a","Heartbeat",{}]'));
    await station.sync();
    expect(station.inbox.map((frame) => frame[1])).toEqual(dialect === "1.6J" ? [] : ["-1"]);
  });

  it("is closed for a frame that is too large, and nobody else is", async () => {
    const other = await RawStation.connect(sandbox.url, "CS-2", [subprotocol]);
    const station = await accepted();
    const end = station.ended();
    station.socket.send(`[2,"a","DataTransfer",{"vendorId":"x","data":"${"x".repeat(70_000)}"}]`);
    expect((await end).code).toBe(1009);
    expect(await other.result("BootNotification", boot)).toMatchObject({ status: "Accepted" });
    expect(sandbox.stations()).toMatchObject([
      { id: "CS-2", connected: true },
      { id: "CS-1", connected: false },
    ]);
  });

  it("may vanish in the middle of anything", async () => {
    for (let round = 0; round < 5; round++) {
      const station = await RawStation.connect(sandbox.url, "CS-1", [subprotocol]);
      for (let call = 0; call < 20; call++) station.send(2, `${round}-${call}`, "Heartbeat", {});
      station.cut();
    }
    expect(await (await accepted()).result("Heartbeat", {})).toHaveProperty("currentTime");
  });
});

it("what is no HTTP at all is cut off", async () => {
  const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
  socket.on("error", () => {});
  const end = once(socket, "close");
  socket.end("\x16\x03\x01 hello\r\n\r\n");
  socket.resume();
  await end;
  const broken = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
  let read = "";
  broken.on("data", (data) => (read += data.toString()));
  broken.write("GET /ocpp/CS-1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
  await once(broken, "close");
  expect(read).toMatch(/^HTTP\/1.1 400 /);
});
