import { describe, expect, it } from "vitest";
import { answering, arrived, connected, heads, reset, sentTo } from "../testing/connected.ts";
import { until } from "../testing/until.ts";

const dialect = "2.1";

describe("a CALLRESULT that cannot be taken", () => {
  it.each([
    ["breaks its schema", '{"currentTime":5}', "TypeConstraintViolation", "callResult"],
    ["is no object", "[]", "FormatViolation", "fault"],
    ["is no JSON", '{"currentTime"', "RpcFrameworkError", "fault"],
  ])("since it %s gets a CALLRESULTERROR in 2.1", async (_, payload, code, kind) => {
    const { link, peer } = await connected({}, { dialect });
    const outcome = link.call("Heartbeat");
    const id = (await sentTo(peer, 1))[0]?.[1];
    peer.socket.send(`[3,"${String(id)}",${payload}]`);
    expect(await outcome).toMatchObject({ kind: "invalid" });
    expect((await sentTo(peer, 2))[1]).toEqual([5, id, code, expect.stringMatching(/^.{1,255}$/), {}]);
    const [call, answer, error] = link.recorder.records.slice(1);
    expect(answer).toMatchObject({ kind, action: "Heartbeat", pair: call?.id });
    expect(error).toMatchObject({
      kind: "callResultError",
      direction: "out",
      action: "Heartbeat",
      messageId: id,
      pair: call?.id,
      error: code,
    });
  });

  it("is only noted where the policy says so, and in a dialect that has no such frame", async () => {
    for (const changes of [
      { dialect, policies: { in: "report", out: "report" } },
      { dialect: "2.0.1" },
    ] as const) {
      const { link, peer } = await connected({}, changes, answering);
      const outcome = link.call("Heartbeat");
      const id = (await sentTo(peer, 1))[0]?.[1];
      peer.socket.send(`[3,"${String(id)}",{"currentTime":5}]`);
      await outcome;
      peer.socket.send(reset("b"));
      expect((await heads(peer, 2))[1]).toEqual([3, "b", { status: "Accepted" }]);
      expect(link.recorder.records[2]?.issues).toHaveLength(1);
    }
  });

  it("is not answered when nobody asked, or when it is an error", async () => {
    const { link, peer } = await connected({}, { dialect }, answering);
    peer.socket.send('[3,"nobody-asked",7]');
    const outcome = link.call("Heartbeat");
    const id = (await sentTo(peer, 1))[0]?.[1];
    peer.socket.send(`[4,"${String(id)}","GenericError",7,{}]`);
    expect(await outcome).toMatchObject({ kind: "invalid" });
    peer.socket.send(reset("b"));
    expect((await heads(peer, 2))[1]).toEqual([3, "b", { status: "Accepted" }]);
  });
});

describe("a CALLRESULTERROR of the CSMS", () => {
  it("finds the CALL whose answer it is about, once, and is told to people", async () => {
    const { link, peer } = await connected({}, { dialect }, answering);
    peer.socket.send(reset("a"));
    await sentTo(peer, 1);
    for (const id of ["a", "a", "z"]) peer.socket.send(`[5,"${id}","FormatViolation","what?",{}]`);
    const [call, ...errors] = await arrived(link, 4);
    const about = { kind: "callResultError", error: "FormatViolation", issues: [] };
    expect(errors).toMatchObject([
      { ...about, action: "Reset", pair: call?.id, marks: [] },
      { ...about, action: "Reset", pair: call?.id, marks: ["duplicate"] },
      { ...about, action: null, pair: null, marks: ["unsolicited"] },
    ]);
    expect(link.notices[0]).toMatch(/refused our answer to Reset: FormatViolation what\?/);
    expect(peer.received).toHaveLength(1);
  });

  it("is about a CALLRESULT: nothing else was answered by one", async () => {
    const { link, peer } = await connected({}, { dialect });
    for (const text of [reset("open"), '[2,"wrong","Reset",{}]', '[6,"send","Reset",{}]'])
      peer.socket.send(text);
    await sentTo(peer, 1);
    for (const id of ["open", "wrong", "send"]) peer.socket.send(`[5,"${id}","GenericError","",{}]`);
    const errors = (await arrived(link, 6)).slice(3);
    expect(errors.map(({ marks }) => marks)).toEqual([["unsolicited"], ["unsolicited"], ["unsolicited"]]);
  });

  it("has a code of the version", async () => {
    const { link, peer } = await connected({}, { dialect });
    peer.socket.send('[5,"a","NotMyCode","",{}]');
    const [error] = await arrived(link, 1);
    expect(error?.issues).toMatchObject([{ rule: "error-code", pointer: "/2" }]);
  });

  it("that is crafted by us names the CALL that was answered", async () => {
    const { link, peer } = await connected({}, { dialect });
    const outcome = link.call("Heartbeat");
    const id = String((await sentTo(peer, 1))[0]?.[1]);
    peer.socket.send(JSON.stringify([3, id, { currentTime: "2026-01-31T12:00:00Z" }]));
    await outcome;
    link.link.sendRaw(JSON.stringify([5, id, "GenericError", "", {}]));
    await until(() => peer.received.length === 2);
    const [call, , error] = link.recorder.records.slice(1);
    expect(error).toMatchObject({
      kind: "callResultError",
      marks: ["crafted"],
      action: "Heartbeat",
      pair: call?.id,
    });
  });
});
