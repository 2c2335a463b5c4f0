/**
 * The form in which the 2.x device model's standard components and variables are written down, and their lookup.
 * The rows are those of the appendices; mutability, values and limits come from Part 2.
 */
export interface StandardVariable {
  /** `*`: any component may have it. */
  component: string;
  /** Null: none. In angle brackets: a placeholder for what stands there. */
  componentInstance: string | null;
  variable: string;
  /** Null: none. In angle brackets: a placeholder for what stands there. */
  instance: string | null;
  /** The attributes that this row is about. */
  attributes: readonly Attribute[];
  dataType: DataType;
  /** The units it may have. Empty: none prescribed. */
  units: readonly string[];
  required: Required;
  /** Several: the station's choice. Empty: the standard does not say. */
  mutability: readonly Mutability[];
  /** The values or members it may have, where they are few and named. */
  values: readonly string[] | null;
  /** Of a number its value, of a string its length. */
  minLimit: number | null;
  maxLimit: number | null;
  /** Where the text of Part 2 or Part 4 disagrees with the appendix. */
  inText: { readonly dataType?: DataType; readonly required?: Required };
  /** `Variable` or `Variable[instance]`, if the text names it differently. */
  alsoNamed: string | null;
}

export const dataTypes = [
  "string",
  "decimal",
  "integer",
  "dateTime",
  "boolean",
  "OptionList",
  "SequenceList",
  "MemberList",
  "passwordString",
  "identifierString",
] as const;
export type DataType = (typeof dataTypes)[number];

type Attribute = "Actual" | "Target" | "MinSet" | "MaxSet";
type Mutability = "ReadOnly" | "WriteOnly" | "ReadWrite";
/** `V2X`: by stations that charge in both directions. */
type Required = "yes" | "no" | "V2X";

type Facts = Partial<Omit<StandardVariable, "component" | "componentInstance" | "variable" | "instance">>;
type Place = Pick<StandardVariable, "variable" | "instance">;
type Row = Omit<StandardVariable, "component" | "componentInstance">;

export const readOnly: Facts = { mutability: ["ReadOnly"] };
export const writeOnly: Facts = { mutability: ["WriteOnly"] };
export const readWrite: Facts = { mutability: ["ReadWrite"] };
/** The station's choice. */
export const readOnlyOrWrite: Facts = { mutability: ["ReadOnly", "ReadWrite"] };
export const unit = (...units: string[]): Facts => ({ units });
export const seconds = unit("s");
export const values = (...values: string[]): Facts => ({ values });
export const atLeast = (minLimit: number): Facts => ({ minLimit });
export const atMost = (maxLimit: number): Facts => ({ maxLimit });
export const attributes = (...attributes: Attribute[]): Facts => ({ attributes });
export const inText = (inText: StandardVariable["inText"]): Facts => ({ inText });
export const alsoNamed = (alsoNamed: string): Facts => ({ alsoNamed });

const row =
  (required: Required) =>
  (path: string, dataType: DataType, ...facts: readonly Facts[]): Row => ({
    ...placeOf(path),
    attributes: ["Actual"],
    units: [],
    mutability: [],
    values: null,
    minLimit: null,
    maxLimit: null,
    inText: {},
    alsoNamed: null,
    ...facts.reduce((known, fact) => ({ ...known, ...fact }), {}),
    dataType,
    required,
  });

/** Makers of rows: `Variable` or `Variable[instance]`, its type, what else is known. */
export const required = row("yes");
export const optional = row("no");
export const requiredForV2x = row("V2X");

/** The variables of one component. */
export function component(
  name: string,
  rows: readonly Row[],
  instance: string | null = null,
): StandardVariable[] {
  return rows.map((row) => ({ component: name, componentInstance: instance, ...row }));
}

/**
 * The table of a version that builds upon another: `rows` are added, or take the place of the row for the same thing.
 * `without` lists what is gone, as `pathOf` writes it.
 */
export function amended(
  base: readonly StandardVariable[],
  without: readonly string[],
  rows: readonly StandardVariable[],
): StandardVariable[] {
  const replaced = new Set(rows.map(pathOf));
  return [...base.filter((row) => !without.includes(pathOf(row)) && !replaced.has(pathOf(row))), ...rows];
}

/** `Component.Variable`, each with its instance in brackets where it has one. */
export function pathOf({ component, componentInstance, variable, instance }: StandardVariable): string {
  return `${named(component, componentInstance)}.${named(variable, instance)}`;
}

export type FindStandardVariable = (
  component: string,
  variable: string,
  instance?: string | null,
) => StandardVariable | undefined;

/**
 * Lookup by names without regard to case (Part 2 §2.1.4). A row of the component itself comes before one for any component; with
 * an instance, its own row comes before a placeholder's, and that before one without instance. Undefined: not standard.
 */
export function standardLookup(rows: readonly StandardVariable[]): FindStandardVariable {
  const byName = new Map<string, { instance: string | null; row: StandardVariable }[]>();
  const enter = (row: StandardVariable, { variable, instance }: Place): void => {
    const key = keyOf(row.component, variable);
    byName.set(key, [...(byName.get(key) ?? []), { instance, row }]);
  };
  for (const row of rows) {
    enter(row, row);
    if (row.alsoNamed !== null) enter(row, placeOf(row.alsoNamed));
  }
  return (component, variable, instance) => {
    const found = byName.get(keyOf(component, variable)) ?? byName.get(keyOf("*", variable)) ?? [];
    const wanted = (instance ?? "").toLowerCase();
    const best =
      found.find((each) => (each.instance ?? "").toLowerCase() === wanted) ??
      found.find((each) => each.instance?.startsWith("<")) ??
      found.find((each) => each.instance === null || wanted === "");
    return best?.row;
  };
}

function keyOf(component: string, variable: string): string {
  return `${component}.${variable}`.toLowerCase();
}

function placeOf(path: string): Place {
  const [, variable = path, instance] = /^([^[]+)\[(.+)\]$/.exec(path) ?? [];
  return { variable, instance: instance ?? null };
}

function named(name: string, instance: string | null): string {
  return instance === null ? name : `${name}[${instance}]`;
}
