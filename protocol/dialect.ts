import { catalogue as catalogue16 } from "../schemas/v16/catalogue.ts";
import { errorCodes as errorCodes16 } from "../schemas/v16/error-codes.ts";
import { jsonRules as rules16J, rules as rules16S } from "../schemas/v16/rules.ts";
import { catalogue as catalogue201 } from "../schemas/v201/catalogue.ts";
import { errorCodes as errorCodes201 } from "../schemas/v201/error-codes.ts";
import { rules as rules201 } from "../schemas/v201/rules.ts";
import { catalogue as catalogue21 } from "../schemas/v21/catalogue.ts";
import { errorCodes as errorCodes21 } from "../schemas/v21/error-codes.ts";
import { rules as rules21 } from "../schemas/v21/rules.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Version } from "./model/version.ts";
import { ledger as ledger16 } from "./v16/ledger.ts";
import { soap16 } from "./v16/soap/encoding.ts";
import { soapCatalogue } from "./v16/soap/services.ts";
import { version as version16 } from "./v16/version.ts";
import { ledger as ledger201 } from "./v201/ledger.ts";
import { version as version201 } from "./v201/version.ts";
import { version as version21 } from "./v21/version.ts";
import type { Catalogue } from "./validate/catalogue.ts";
import type { ErrorCodes } from "./validate/error-codes.ts";
import { createValidator } from "./validate/validator.ts";
import type { Validator } from "./validate/validator.ts";
import type { SoapEncoding } from "./wire/soap/encoding.ts";

/** The four ways OCPP is spoken. The only place that names all versions; everyone else asks the table. */
export const dialects = ["1.6J", "1.6S", "2.0.1", "2.1"] as const;
export type Dialect = (typeof dialects)[number];

/** Dialects whose rules are alike: 1.6 in two encodings, and 2.0.1 with what extends it. */
export type Family = "1.x" | "2.x";

export interface DialectEntry {
  dialect: Dialect;
  family: Family;
  /** WebSocket sub-protocol; null where there is no WebSocket. */
  subprotocol: string | null;
  /** Frames as SOAP messages and back; null where frames are JSON on a WebSocket. */
  soap: SoapEncoding | null;
  /** Message type numbers of OCPP-J that exist here. */
  messageTypes: readonly number[];
  /** How a CALL that cannot be read is answered. `reply` false: only if its id could still be read. */
  unreadable: { reply: boolean; id: string; code: string };
  /** What a station may be called. */
  identity: { maxLength: number; pattern: RegExp | null };
  /** Connectors are numbered through the station, so an EVSE has one and its number is the connectorId (1.6 C §3.8). */
  oneConnectorPerEvse: boolean;
  errorCodes: ErrorCodes;
  catalogue: Catalogue;
  /** Created when first asked for; compiles each message when first seen. */
  validator(): Validator;
  /** How a station behaves; null = not yet. */
  version: Version | null;
  /** Transactions and samples out of exchanges; null = not yet. */
  ledger: Ledger | null;
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const validator16 = once(() => createValidator(catalogue16, errorCodes16, rules16J));
const validator16S = once(() => createValidator(soapCatalogue, errorCodes16, rules16S));
const validator201 = once(() => createValidator(catalogue201, errorCodes201, rules201));
const validator21 = once(() => createValidator(catalogue21, errorCodes21, rules21));

/** 1.6 sets no limit of its own; a path segment is what must hold the name (OCPP-J 1.6 §3.1.1). */
const identity16 = { maxLength: 255, pattern: null };
/** identifierString without the colon, which parts user name and password (Part 4 §3.1.1). */
const identity2 = { maxLength: 48, pattern: /^[A-Za-z0-9*\-_=+|@.]+$/ };
/** Part 4 §4.2.3. */
const unreadable2 = { reply: true, id: "-1", code: "RpcFrameworkError" };
const unreadable16 = { reply: false, id: "", code: errorCodes16.formation };

const table: { readonly [D in Dialect]: DialectEntry } = {
  "1.6J": {
    dialect: "1.6J",
    family: "1.x",
    subprotocol: "ocpp1.6",
    soap: null,
    messageTypes: [2, 3, 4],
    unreadable: unreadable16,
    identity: identity16,
    oneConnectorPerEvse: true,
    errorCodes: errorCodes16,
    catalogue: catalogue16,
    validator: validator16,
    version: version16,
    ledger: ledger16,
  },
  /** Messages of 1.6J in another encoding, those of the security white paper excepted; no behaviour yet. */
  "1.6S": {
    dialect: "1.6S",
    family: "1.x",
    subprotocol: null,
    soap: soap16,
    messageTypes: [],
    unreadable: unreadable16,
    identity: identity16,
    oneConnectorPerEvse: true,
    errorCodes: errorCodes16,
    catalogue: soapCatalogue,
    validator: validator16S,
    version: null,
    ledger: ledger16,
  },
  "2.0.1": {
    dialect: "2.0.1",
    family: "2.x",
    subprotocol: "ocpp2.0.1",
    soap: null,
    messageTypes: [2, 3, 4],
    unreadable: unreadable2,
    identity: identity2,
    oneConnectorPerEvse: false,
    errorCodes: errorCodes201,
    catalogue: catalogue201,
    validator: validator201,
    version: version201,
    ledger: ledger201,
  },
  "2.1": {
    dialect: "2.1",
    family: "2.x",
    subprotocol: "ocpp2.1",
    soap: null,
    messageTypes: [2, 3, 4, 5, 6],
    unreadable: unreadable2,
    identity: identity2,
    oneConnectorPerEvse: false,
    errorCodes: errorCodes21,
    catalogue: catalogue21,
    validator: validator21,
    version: version21,
    ledger: ledger201,
  },
};

export function dialectEntry(dialect: Dialect): DialectEntry {
  return table[dialect];
}

/** The dialects that a station can play. */
export const playableDialects: Dialect[] = dialects.filter((dialect) => table[dialect].version !== null);

/** The dialects of a family, so that what holds for all of them names none. */
export function dialectsOf(family: Family): Dialect[] {
  return dialects.filter((dialect) => table[dialect].family === family);
}
