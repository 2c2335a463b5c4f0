import {
  anyOf,
  having,
  memberLaw,
  named,
  valueLaw,
  type At,
  type Law,
} from "../../../protocol/validate/law.ts";
import {
  decimalsToStation,
  emptyMember,
  integer32,
  rangeLaw,
  timestampDecimals,
  timestampZone,
} from "../../../protocol/validate/value-laws.ts";

/** What holds of a datatype wherever it stands. */

const isOf =
  (name: string, beside: string): At =>
  ({ shape, path, owner }) =>
    shape.type === "string" && path.at(-1) === name && Object.hasOwn(owner?.properties ?? {}, beside);

/** The members that Part 2 declares as identifierString, told by a neighbour where other types have one of that name. */
const identifiers = anyOf(
  named(
    "string",
    "transactionId",
    "additionalIdToken",
    "issuerNameHash",
    "iccid",
    "imsi",
    "preferredNetwork",
    "checksum",
  ),
  isOf("idToken", "type"),
  isOf("serialNumber", "issuerNameHash"),
  isOf("name", "instance"),
  isOf("instance", "name"),
);
const identifier = /^[A-Za-z0-9*\-_=:+|@.]*$/;

/** A language tag by its form: RFC 5646 §2.1, which knows a few more, irregular ones by name. */
const languageTag = /^(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*|[xi](?:-[A-Za-z0-9]{1,8})+)$/;

const asWarning = (requirement: string) => ({ requirement, severity: "warning" }) as const;

/** What no datatype may be without. */
export const types: readonly Law[] = [
  emptyMember(asWarning("Part 4 §4.1.5")),
  integer32({ requirement: "Part 2 §2.1.4" }),
  decimalsToStation(6, { requirement: "Part 2 §2.1.4" }),
  timestampDecimals({ requirement: "Part 2 §2.1.4, §3.1" }),
  timestampZone(["Z", "z"], asWarning("Part 2 §3.1")),
  valueLaw({
    rule: "identifierString",
    requirement: "Part 2 §2.1.4",
    kind: "property",
    expected: "letters, digits and * - _ = : + | @ . only",
    at: identifiers,
    isWrong: (value) => typeof value === "string" && !identifier.test(value),
  }),
  valueLaw({
    rule: "languageTag",
    requirement: "C01.FR.17",
    kind: "property",
    expected: "a language tag of RFC 5646, as en-US",
    at: named("string", "language1", "language2"),
    isWrong: (value) => typeof value === "string" && !languageTag.test(value),
  }),
  memberLaw({
    rule: "secondLanguageAlone",
    requirement: "C01.FR.10",
    kind: "occurrence",
    expected: "no language2 without language1",
    at: having("language1", "language2"),
    culprit: ["language2"],
    isWrong: ({ language1, language2 }) => language1 === undefined && language2 !== undefined,
  }),
  memberLaw({
    rule: "sameLanguage",
    requirement: "C01.FR.11",
    kind: "property",
    expected: "another language than language1",
    at: having("language1", "language2"),
    culprit: ["language2"],
    isWrong: ({ language1, language2 }) =>
      typeof language1 === "string" &&
      typeof language2 === "string" &&
      language1.toLowerCase() === language2.toLowerCase(),
  }),
  memberLaw({
    rule: "noAuthorizationToken",
    requirement: "C02.FR.01",
    kind: "property",
    expected: "an empty idToken with type NoAuthorization",
    at: having("idToken", "type", "additionalInfo"),
    culprit: ["idToken"],
    isWrong: ({ idToken, type }) => type === "NoAuthorization" && idToken !== "",
  }),
  rangeLaw("chargingPriority", [-9, 9], named("integer", "chargingPriority"), {
    requirement: "Part 2 §1.60.2, §2.27",
  }),
  rangeLaw("monitorSeverity", [0, 9], named("integer", "severity"), { requirement: "Part 2 §1.54.1, §2.42" }),
  // Part 2 says more than 0 in words only, and the schema of 2.1 lets 0 pass.
  rangeLaw("evseId", [1, Infinity], isEvse(), asWarning("Part 2 §2.23")),
];

function isEvse(): At {
  return ({ path, owner }) => path.at(-1) === "id" && path.at(-2) === "evse" && owner !== undefined;
}
