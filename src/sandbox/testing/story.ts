import { isObject } from "../../../protocol/payload/read.ts";
import type { Dialect } from "../../../protocol/dialect.ts";

import type { JsonObject } from "../../../protocol/wire/frame.ts";
import { errorText } from "../../error-text.ts";
import type { Sandbox } from "../sandbox.ts";
import { phrases } from "./messages.ts";
import type { Phrases } from "./messages.ts";
import { RawStation } from "./raw-station.ts";
import type { RawFrame } from "./raw-station.ts";

export interface Step {
  /** Message id of the station's CALL. */
  id: string;
  /** All answers that came of it. */
  frames: RawFrame[];
  /** Payload of the first, when it was a CALLRESULT. */
  result: JsonObject;
  /** What it says about the token, if anything. */
  info: JsonObject;
}

/** What was on the wire while a station lived through a day of its life. */
export interface Story {
  /** Why the handshake failed, or null. */
  refused: string | null;
  steps: { [name: string]: Step };
  /** CALLs of the sandbox by when they came. */
  whilePending: RawFrame[];
  /** All that were open at once right after acceptance. */
  atAcceptance: RawFrame[];
  /** All of its CALLs, in order. */
  calls: RawFrame[];
}

const noStep: Step = { id: "", frames: [], result: {}, info: {} };

export const stepOf = (story: Story, name: string): Step => story.steps[name] ?? noStep;

/**
 * Boots twice (Pending, then Accepted, if the sandbox keeps to that), reports, authorizes, charges and asks. Answers every
 * CALL of the sandbox with `{}` one round trip later.
 */
export async function live(
  sandbox: Sandbox,
  dialect: Dialect & keyof typeof phrases,
  id: string,
  password: string,
): Promise<Story> {
  const words: Phrases = phrases[dialect];
  const story: Story = { refused: null, steps: {}, whilePending: [], atAcceptance: [], calls: [] };
  let station: RawStation;
  try {
    station = await RawStation.connect(sandbox.url, id, [words.subprotocol], { password });
  } catch (error) {
    return { ...story, refused: errorText(error) };
  }
  const step = async (name: string, action: string, payload: JsonObject): Promise<Step> => {
    const frames = await station.step(action, payload, name);
    const [type, , body] = frames[0] ?? [];
    const result = type === 3 && isObject(body) ? body : {};
    const said = result[words.info];
    const info = isObject(said) ? said : {};
    return (story.steps[name] = { id: name, frames, result, info });
  };
  const settleCalls = async (): Promise<RawFrame[]> => {
    const first = station.calls();
    for (let calls = first; calls.length > 0; calls = station.calls()) {
      story.calls.push(...calls);
      for (const call of calls) station.send(3, call[1], {});
      await station.sync();
    }
    return first;
  };

  sandbox.answerBoot(id, ["Pending", "Accepted"]);
  await step("firstBoot", "BootNotification", words.boot);
  story.whilePending = await settleCalls();
  await step("boot", "BootNotification", words.boot);
  story.atAcceptance = await settleCalls();
  await step("heartbeat", "Heartbeat", {});
  await step("status", "StatusNotification", words.status);
  for (const token of ["VALID-TOKEN", "BLOCKED-TOKEN", "EXPIRED-TOKEN", "NO-SUCH-TOKEN"])
    await step(token, "Authorize", words.authorize(token));
  const start = await step("start", ...words.start);
  await step("stop", ...words.stop(start.result["transactionId"] ?? -1));
  await step("data", "DataTransfer", { vendorId: "com.example.nobody" });
  const asked = sandbox.send(id, "GetTransactionStatus", { transactionId: "T-1" });
  await station.sync();
  await settleCalls();
  await asked;
  station.cut();
  return story;
}
