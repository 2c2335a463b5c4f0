import { randomInt } from "node:crypto";
import { dialectEntry, playableDialects } from "../../../protocol/dialect.ts";
import type { StationDescription } from "../../../protocol/model/description.ts";
import type { Policies } from "../../../protocol/validate/issue.ts";
import { defined } from "../../defined.ts";
import { badRequest } from "../../input/bad-request.ts";
import { done, refused } from "../../result.ts";
import type { Problem, Result } from "../../result.ts";
import type { StationConfig } from "../../station/config.ts";
import { sandboxKeyword, stationDraft } from "./schema/station.ts";
import type { StationDraft } from "./schema/station.ts";

/** What a new station gets unless its draft says otherwise. */
export interface StationDefaults {
  policies: Policies;
  /** Seconds. */
  callTimeout: number;
}

/** A common AC station: two EVSEs with a type 2 socket, 22 kW and 11 kW. */
export const commonDescription: StationDescription = {
  vendor: "Stationmaster",
  model: "Emulated AC",
  evses: [
    { connectors: [{ type: "cType2", maxPower: 22_000, phases: 3 }] },
    { connectors: [{ type: "cType2", maxPower: 11_000, phases: 3 }] },
  ],
};

/** A station's document, which may come from another version, as its configuration. */
export function readConfig(document: unknown, defaults: StationDefaults): Result<StationConfig> {
  const draft = stationDraft.safeParse(document);
  if (!draft.success) return refused(badRequest("json", draft.error.issues));
  return done(completeConfig(draft.data, defaults));
}

/** A draft with every gap filled. */
export function completeConfig(draft: StationDraft, defaults: StationDefaults): StationConfig {
  const { description, tls, password } = draft;
  return {
    id: draft.id,
    dialect: draft.dialect,
    url: draft.url ?? sandboxKeyword,
    ...(password === undefined ? {} : { password }),
    ...(tls === undefined ? {} : { tls: defined(tls) }),
    description:
      description === undefined
        ? structuredClone(commonDescription)
        : { ...defined(description), vendor: description.vendor, model: description.model },
    settings: draft.settings ?? {},
    seed: draft.seed ?? randomInt(2 ** 32),
    policies: draft.policies ?? { ...defaults.policies },
    callTimeout: draft.callTimeout ?? defaults.callTimeout,
    deflate: draft.deflate ?? false,
    autostart: draft.autostart ?? true,
    onPowerLoss: draft.onPowerLoss ?? "end-transactions",
  };
}

/** Why a station cannot be what its configuration says, beyond what its schema knows; null when it can. */
export function configProblem(config: StationConfig, sandboxUrl: string | null): Problem | null {
  const { id, dialect } = config;
  if (!playableDialects.includes(dialect)) {
    return { ...wrong("dialect", `Stations cannot speak ${dialect} yet.`), allowed: [...playableDialects] };
  }
  const { identity, oneConnectorPerEvse } = dialectEntry(dialect);
  const { maxLength, pattern } = identity;
  if (id.length > maxLength || (pattern !== null && !pattern.test(id)) || id === "." || id === "..") {
    const characters = pattern === null ? "" : ` of these characters: ${pattern.source}`;
    return wrong("id", `An identity of ${dialect} has at most ${maxLength} characters${characters}.`);
  }
  const crowded = config.description.evses.findIndex(({ connectors }) => connectors.length > 1);
  if (oneConnectorPerEvse && crowded >= 0) {
    const message = `In ${dialect} an EVSE has exactly one connector, whose connectorId is the EVSE's number.`;
    return wrong(`description.evses.${crowded}.connectors`, message);
  }
  if (config.url === sandboxKeyword && sandboxUrl === null) {
    return wrong("url", "The sandbox is switched off (setting csms.enabled): give the URL of a CSMS.");
  }
  return null;
}

function wrong(field: string, message: string): Problem {
  return { code: "bad-request", message, field };
}
