import { isObject } from "../payload/read.ts";
import type { Issue } from "./issue.ts";
import type { Path } from "./pointer.ts";
import type { Finding, MessageKind } from "./rule.ts";
import { type Shape } from "./shape.ts";

/** One place of a message as its schema describes it. */
export interface Spot {
  shape: Shape;
  /** Member names from the payload to the place, `*` for any item of a list. */
  path: readonly string[];
  /** Whether the member may be left out; never true of an item. */
  isOptional: boolean;
  /** The object that the place is a member of; absent for the payload and for items. */
  owner?: Shape;
}

/** Whether a place is one that a law speaks of. Asked once per message, when its schema is first seen. */
export type At = (spot: Spot, message: MessageKind) => boolean;

/**
 * One demand of a version's text that its schemas do not express: data, apart from where it looks and what it sees there.
 * Must not throw, whatever the value, and be quick on one that is in order.
 */
export interface Law extends Pick<Finding, "rule" | "requirement" | "severity" | "kind" | "expected"> {
  requirement: string;
  at: At;
  /** Whether there is a culprit: the same as `find`, quickly. */
  isBroken: (value: unknown) => boolean;
  /** The way from such a place to each culprit: none when all is in order, `here` for the value itself. */
  find: (value: unknown) => readonly Path[];
}

export type Members = { readonly [member: string]: unknown };

/** What the text demands, a SHALL unless it is said to be a SHOULD. */
type Demand = Omit<Law, "find" | "isBroken" | "severity"> & Partial<Pick<Law, "severity">>;

export const nowhere: readonly Path[] = [];
export const here: readonly Path[] = [[]];

/** A law about single values. */
export const valueLaw = ({ isWrong, ...demand }: Demand & { isWrong: (value: unknown) => boolean }): Law => ({
  severity: "error",
  ...demand,
  isBroken: isWrong,
  find: (value) => (isWrong(value) ? here : nowhere),
});

/** A law about what members of one object have to do with each other. */
export const objectLaw = ({
  find,
  ...demand
}: Demand & { find: (object: Members) => readonly Path[] }): Law => ({
  severity: "error",
  ...demand,
  isBroken: (value) => isObject(value) && find(value).length > 0,
  find: (value) => (isObject(value) ? find(value) : nowhere),
});

/** A law about a member of an object: there is a culprit, present or missing, when the object is wrong. */
export const memberLaw = ({
  culprit,
  isWrong,
  ...demand
}: Demand & { culprit: Path; isWrong: (object: Members) => boolean }): Law => {
  const found: readonly Path[] = [culprit];
  const isBroken = (value: unknown): boolean => isObject(value) && isWrong(value);
  return { severity: "error", ...demand, isBroken, find: (value) => (isBroken(value) ? found : nowhere) };
};

const samePath = (path: readonly string[], wanted: readonly string[]): boolean =>
  path.length === wanted.length && path.every((step, index) => step === wanted[index]);

const inPart =
  (part: MessageKind["part"]) =>
  (action: string, ...path: string[]): At =>
  (spot, message) =>
    message.part === part && message.action === action && samePath(spot.path, path);

/** The request of an action, or the place in it that a path of member names leads to. */
export const request = inPart("request");
export const response = inPart("response");

/** Every object that may have all of these members, wherever it stands. */
export const having =
  (...names: string[]): At =>
  ({ shape: { properties } }) =>
    properties !== undefined && names.every((name) => Object.hasOwn(properties, name));

/** Every member of one of these names and of this type. */
export const named =
  (type: string, ...names: string[]): At =>
  ({ shape, path }) =>
    shape.type === type && names.includes(path.at(-1) ?? "");

export const anyOf =
  (...places: At[]): At =>
  (spot, message) =>
    places.some((at) => at(spot, message));

export const allOf =
  (...places: At[]): At =>
  (spot, message) =>
    places.every((at) => at(spot, message));

/** Whether a message goes to a station. */
export const toStation: At = (_spot, { part, sender }) =>
  sender === "both" || (sender === "csms") === (part === "request");

/** Whether the CSMS, and nobody else, sends it as a request. */
export const requestOfCsms: At = (_spot, { part, sender }) => sender === "csms" && part === "request";

/** The items of a list that an earlier one equals by key; items without a key differ from all. */
export function repeated(list: unknown, keyOf: (item: Members) => string | undefined): readonly number[] {
  if (!Array.isArray(list) || list.length < 2) return [];
  const seen = new Set<string>();
  const found: number[] = [];
  for (const [index, item] of list.entries()) {
    const key = isObject(item) ? keyOf(item) : undefined;
    if (key === undefined) continue;
    if (seen.has(key)) found.push(index);
    seen.add(key);
  }
  return found;
}

/** What a law adds to the culprit's place. */
export const findingOf = (
  { rule, requirement, severity, kind, expected }: Law,
  pointer: Issue["pointer"],
): Finding => ({ pointer, rule, severity, kind, expected, requirement });
