import type { DialectEntry } from "../../protocol/dialect.ts";
import { refusal } from "../../protocol/validate/refusal.ts";
import type { Call, CallError, JsonObject } from "../../protocol/wire/frame.ts";
import type { AnswerContext, Answers } from "./answers/answer.ts";
import type { SandboxVersion } from "./versions/sandbox-version.ts";
import type { SharedParts } from "./shared-parts.ts";
import type { AnswerFrame, StationCall } from "./misbehaviours/misbehaviour.ts";
import type { StationRecord } from "./station-records.ts";

interface Parts {
  entry: DialectEntry;
  version: SandboxVersion;
  record: StationRecord;
  shared: SharedParts;
}

/** The right answer to a station's CALL, before any misbehaviour touches it. Never throws. */
export function answerCall(call: Call, asked: StationCall, parts: Parts): AnswerFrame {
  const { entry, version, record, shared } = parts;
  const { errorCodes } = entry;
  const refuse = (code: string, description: string): CallError => {
    // Part 4 §4.2.3: at most 255 characters.
    return { kind: "callError", id: call.id, code, description: description.slice(0, 255), details: {} };
  };

  if (!mayCall(call.action, parts))
    return refuse(errorCodes.security, `The station is not accepted, only BootNotification is welcome.`);
  const issue = refusal(entry.validator().request(call.action, call.payload ?? {}));
  if (issue?.rule === "action") return refuse(issue.code, `${call.action} is not an action of this version.`);
  if (issue !== undefined)
    return refuse(issue.code, `${issue.pointer || "The payload"}: expected ${issue.expected}.`);
  const answer = Object.hasOwn(version.answers, call.action) ? version.answers[call.action] : undefined;
  if (answer === undefined)
    return refuse(errorCodes.notSupported, `${call.action} is not a CALL of a station.`);
  try {
    const payload = give(answer, asked.request, context(asked, parts));
    return { kind: "callResult", id: call.id, payload };
  } catch (error) {
    shared.report(record.id, error);
    return refuse(errorCodes.internal, "The sandbox failed inside.");
  }
}

/** B01.FR.10, B02.FR.09, B03.FR.07; recommended in 1.6 (OCPP-J errata §3.10). */
function mayCall(action: string, { record, version }: Parts): boolean {
  if (action === "BootNotification" || record.boot === "Accepted") return true;
  if (record.boot === "None") return !version.strangersMustBoot;
  return record.boot === "Pending" && record.invited.has(action);
}

function context(asked: StationCall, { entry, record, shared }: Parts): AnswerContext {
  return {
    station: record.id,
    now: Date.now(),
    transactions: record.transactions,
    knowsVendor: shared.knowsVendor,
    token: (idToken) => {
      const right = shared.token(idToken);
      return { ...right, status: shared.conduct.token(right.status, asked, entry.dialect) };
    },
    boot: () => {
      const status = shared.conduct.boot(shared.nextBoot(record.id), entry.dialect);
      record.boot = status;
      record.invited.clear();
      return { status, interval: status === "Accepted" ? shared.heartbeatInterval : shared.pendingInterval };
    },
  };
}

/** The table of answers forgets which request belongs to which action; validation has just made sure of it. */
function give(answer: Answers[string], request: JsonObject, about: AnswerContext): JsonObject {
  return typeof answer === "function" ? { ...answer(request as never, about) } : answer;
}
