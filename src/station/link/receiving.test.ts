import { expect, test } from "vitest";
import { connected } from "../testing/connected.ts";
import { until } from "../testing/until.ts";
import { Receiving } from "./receiving.ts";

const mebibyte = 2 ** 20;

test("what many connections hold of frames under way is bounded, and released", async () => {
  const receiving = new Receiving(mebibyte);
  expect(receiving.most).toBe(4 * mebibyte);
  const all = await Promise.all(Array.from({ length: 6 }, () => connected({}, {}, { receiving })));
  const half = "x".repeat(900_000);
  for (const { peer } of all) peer.socket.send(half, { fin: false });
  const cut = (): typeof all => all.filter(({ link }) => link.ends.length > 0);
  await until(() => cut().length >= 2);
  for (const { link } of cut()) {
    expect(link.ends).toEqual([
      { kind: "cut", code: 1006, text: expect.stringMatching(/more than 4 MiB.*csms\.maxFrame/) },
    ]);
    expect(link.recorder.records.at(-1)).toMatchObject({ kind: "closed", direction: "out", error: "1006" });
  }
  expect(receiving.held).toBeLessThanOrEqual(receiving.most);
  const others = all.filter(({ link }) => link.ends.length === 0);
  expect(others).toHaveLength(4);
  for (const { peer } of others) {
    peer.socket.ping("between");
    peer.socket.send("y", { fin: true });
  }
  for (const { link } of others) {
    const [, frame] = await until(() => link.recorder.records.length >= 2 && link.recorder.records);
    expect(frame).toMatchObject({ kind: "fault", size: 900_001 });
  }
  expect(receiving.held).toBe(0);
});

test("frames one after the other never add up", async () => {
  const receiving = new Receiving(mebibyte);
  const { link, peer } = await connected({}, {}, { receiving });
  for (let i = 0; i < 12; i++) peer.socket.send("x".repeat(mebibyte));
  await until(() => link.recorder.records.filter((each) => each.direction === "in").length === 12);
  expect([link.ends, receiving.held]).toEqual([[], 0]);
});

test("a small frame that decompresses to more than the limit is not held", async () => {
  const receiving = new Receiving(mebibyte);
  const { link, peer } = await connected({ deflate: true }, { deflate: true }, { receiving });
  expect(peer.socket.extensions).toContain("permessage-deflate");
  peer.socket.send("x".repeat(40 * mebibyte));
  expect(await link.ended()).toMatchObject({ kind: "closed", code: 1009 });
  expect(receiving.held).toBe(0);
});

test("compressed frames under way count for what they may become", async () => {
  const receiving = new Receiving(mebibyte);
  const all = await Promise.all(
    Array.from({ length: 6 }, () => connected({ deflate: true }, { deflate: true }, { receiving })),
  );
  // Each some 1,500 bytes on the wire, and more than the limit allows together.
  for (const { peer } of all) peer.socket.send("x".repeat(1_000_000).concat(noise(700)), { fin: false });
  await until(() => all.filter(({ link }) => link.ends.length > 0).length === 2);
  for (const { link } of all) link.link.cut();
  await until(() => receiving.held === 0);
});

/** Text that hardly compresses. */
function noise(length: number): string {
  let text = "";
  for (let x = 1; text.length < length; x = (x * 48_271) % 2_147_483_647) text += x.toString(36);
  return text.slice(0, length);
}
