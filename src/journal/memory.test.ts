import { expect, it } from "vitest";
import { Journal } from "./journal.ts";
import { keepInMemory } from "./memory.ts";
import { Traffic } from "./testing/traffic.ts";
import { turn } from "./testing/moody-home.ts";

it("keeps records in order, and finds the first answer to each, until it is stopped", async () => {
  const journal = new Journal({ store: null, now: Date.now });
  const memory = keepInMemory(journal);
  const t = new Traffic("1.6J");
  const call = journal.record(t.call("Heartbeat", {}));
  const answers = [0, 1].map(() => journal.record(t.result(call, {})));
  for (const answer of answers) answer.pair = call.id;
  await turn();
  expect(memory.frames).toEqual([call, ...answers]);
  expect(memory.get(call.id)).toBe(call);
  expect(memory.answerTo(call.id)).toBe(answers[0]);
  expect(memory.answerTo(answers[0]?.id ?? "")).toBeUndefined();
  memory.stop();
  journal.record(t.call("Heartbeat", {}));
  await turn();
  expect(memory.frames).toHaveLength(3);
});
