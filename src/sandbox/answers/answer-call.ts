import type { DialectEntry } from "../../../protocol/dialect.ts";
import { refusal } from "../../../protocol/validate/refusal.ts";
import type { Call, CallError, JsonObject } from "../../../protocol/wire/frame.ts";
import type { AnswerContext, Answers, SandboxVersion } from "./answer.ts";
import type { House } from "../house.ts";
import type { AnswerFrame, Exchange } from "../misbehaviours/misbehaviour.ts";
import type { StationRecord } from "../record.ts";

interface Parts {
  entry: DialectEntry;
  version: SandboxVersion;
  record: StationRecord;
  house: House;
}

/** The right answer to a station's CALL, before any misbehaviour touches it. Never throws. */
export function answerCall(call: Call, exchange: Exchange, parts: Parts): AnswerFrame {
  const { entry, version, record, house } = parts;
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
    return refuse(errorCodes.notSupported, `${call.action} is not sent by a station.`);
  try {
    const payload = give(answer, exchange.request, context(exchange, parts));
    return { kind: "callResult", id: call.id, payload };
  } catch (error) {
    house.report(record.id, error);
    return refuse(errorCodes.internal, "The sandbox failed inside.");
  }
}

/** B01.FR.10, B02.FR.09, B03.FR.07; recommended in 1.6 (OCPP-J errata §3.10). */
function mayCall(action: string, { record, version }: Parts): boolean {
  if (action === "BootNotification" || record.boot === "Accepted") return true;
  if (record.boot === "None") return !version.strangersMustBoot;
  return record.boot === "Pending" && record.invited.has(action);
}

function context(exchange: Exchange, { entry, record, house }: Parts): AnswerContext {
  return {
    station: record.id,
    now: Date.now(),
    transactions: record.transactions,
    knowsVendor: house.knowsVendor,
    token: (idToken) => {
      const right = house.token(idToken);
      return { ...right, standing: house.conduct.token(right.standing, exchange, entry.dialect) };
    },
    boot: () => {
      const status = house.conduct.boot(house.nextBoot(record.id), entry.dialect);
      record.boot = status;
      record.invited.clear();
      return { status, interval: status === "Accepted" ? house.heartbeatInterval : house.pendingInterval };
    },
  };
}

/** The table of answers forgets which request belongs to which action; validation has just made sure of it. */
function give(answer: Answers[string], request: JsonObject, about: AnswerContext): JsonObject {
  return typeof answer === "function" ? { ...answer(request as never, about) } : answer;
}
