import { dialectEntry } from "../../../protocol/dialect.ts";
import type { Dialect } from "../../../protocol/dialect.ts";
import { isLegal } from "../../../protocol/model/configuration/settings.ts";
import type { OperatorEvent } from "../../../protocol/model/messages/event.ts";
import { done, refused } from "../../result.ts";
import type { Result } from "../../result.ts";

type Settings = Readonly<Record<string, string>>;

/** The name of a setting as its version spells it, if it may have this value. */
export function settingName(dialect: Dialect, name: string, value: string): Result<string> {
  const spec = dialectEntry(dialect).version?.settings.get(name.toLowerCase());
  if (spec === undefined || spec.read !== undefined) {
    const message =
      spec === undefined
        ? `The station has no setting "${name}".`
        : `Setting "${name}" is read from the hardware: it cannot be set.`;
    return refused({ code: "bad-request", message, field: "name" });
  }
  if (isLegal(spec, value)) return done(spec.name);
  const message = `Setting "${spec.name}" cannot have this value.`;
  const allowed =
    spec.type === "option" ? [...spec.options] : spec.type === "boolean" ? ["true", "false"] : undefined;
  return refused({
    code: "bad-request",
    message,
    field: "value",
    ...(allowed === undefined ? {} : { allowed }),
  });
}

/** Settings with some of them changed. Names are compared without regard to case, as stations do it. */
export function withSettings(
  settings: Settings,
  changed: ReadonlyMap<string, string>,
): Record<string, string> {
  const names = new Set([...changed.keys()].map((name) => name.toLowerCase()));
  const others = Object.entries(settings).filter(([name]) => !names.has(name.toLowerCase()));
  return Object.fromEntries([...others, ...changed]);
}

/** The settings without the password that a station logs in with. */
export function withoutPassword(dialect: Dialect, settings: Settings): Record<string, string> {
  const table = dialectEntry(dialect).version?.settings;
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => table?.get(name.toLowerCase())?.password !== true),
  );
}

/** True when both say the same, in whatever order. */
export function areSame(a: Settings, b: Settings): boolean {
  return settingEvents(a, b).length === 0;
}

/** What has to happen to a station so that its settings become others. */
export function settingEvents(
  before: Settings,
  after: Settings,
): (OperatorEvent & { kind: "set-setting" })[] {
  const [old, wanted] = [byName(before), byName(after)];
  const gone = [...old].filter(([key]) => !wanted.has(key)).map(([, [name]]) => [name, null] as const);
  const set = [...wanted].filter(([key, [, value]]) => old.get(key)?.[1] !== value).map(([, each]) => each);
  return [...gone, ...set].map(([name, value]) => ({ kind: "set-setting", name, value }));
}

function byName(settings: Settings): Map<string, readonly [name: string, value: string]> {
  return new Map(Object.entries(settings).map(([name, value]) => [name.toLowerCase(), [name, value]]));
}
