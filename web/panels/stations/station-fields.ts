import type { Info } from "../../api/info.ts";
import type { StationDraft } from "../../api/stations.ts";

/** What is typed or chosen, by the names of the fields. */
export type Typed = Record<string, string>;

/** A field of the form that makes a station. */
export interface StationField {
  /** What the server calls it where something is wrong with it. */
  name: string;
  label: string;
  hint?: string;
  /** A check box is "true" or "". */
  kind?: "password" | "check";
  /** To choose from, as far as the server has said what it can; without them a text is typed. */
  options?: (info: Info | undefined) => readonly { value: string; label: string }[];
  placeholder?: (info: Info | undefined) => string;
  /** "" unless given. */
  initial?: string;
  /** Takes little room, beside the next or the last one. */
  narrow?: true;
  /** What it gives to the station. */
  draft: (value: string, all: Typed) => Partial<StationDraft>;
}

const same = (value: string) => ({ value, label: value });
const ratings = {
  "7400/1": "AC 7.4 kW, 1 phase",
  "11000/3": "AC 11 kW, 3 phases",
  "22000/3": "AC 22 kW, 3 phases",
};

/** All fields, row by row. */
export const rows: readonly (readonly StationField[])[] = [
  [
    { name: "id", label: "Identity", hint: "As in the connection URL", draft: (id) => ({ id: id.trim() }) },
    {
      name: "dialect",
      label: "OCPP",
      options: (info) =>
        (info?.dialects ?? []).filter(({ playable }) => playable).map(({ dialect }) => same(dialect)),
      narrow: true,
      draft: (dialect) => ({ dialect: dialect as StationDraft["dialect"] }),
    },
  ],
  [
    {
      name: "url",
      label: "CSMS URL",
      placeholder: (info) => info?.sandbox?.url ?? "the sandbox CSMS",
      hint: "ws:// or wss://; the identity is appended, or replaces {station}",
      draft: (url) => (url.trim() === "" ? {} : { url: url.trim() }),
    },
  ],
  [
    {
      name: "password",
      label: "Password (Basic auth)",
      kind: "password",
      draft: (password) => (password === "" ? {} : { password }),
    },
  ],
  [
    {
      name: "evses",
      label: "EVSEs",
      options: () => ["1", "2", "3", "4", "8"].map(same),
      initial: "2",
      narrow: true,
      draft: (evses, { rating = "" }) => {
        const [watts, phases] = rating.split("/");
        const type = { type: "cType2", maxPower: Number(watts), phases: phases === "1" ? 1 : 3 } as const;
        return {
          description: {
            vendor: "Stationmaster",
            model: "Virtual AC",
            evses: Array.from({ length: Number(evses) }, () => ({ connectors: [type] })),
          },
        };
      },
    },
    {
      name: "rating",
      label: "Connectors",
      options: () => Object.entries(ratings).map(([value, label]) => ({ value, label })),
      initial: "22000/3",
      draft: () => ({}),
    },
  ],
  [
    {
      name: "autostart",
      label: "Power on now and with the server",
      kind: "check",
      initial: "true",
      draft: (on) => ({ autostart: on === "true" }),
    },
    {
      name: "onPowerLoss",
      label: "Take transactions up again after a loss of power",
      kind: "check",
      initial: "",
      draft: (on) => (on === "true" ? { onPowerLoss: "resume-transactions" } : {}),
    },
  ],
];
const fields = rows.flat();

/** What the form begins with. */
export const untouched: Typed = Object.fromEntries(fields.map(({ name, initial = "" }) => [name, initial]));

/** The station as typed. */
export function stationDraft(typed: Typed): StationDraft {
  const parts = fields.map(({ name, draft }) => draft(typed[name] ?? "", typed));
  return Object.assign({}, ...parts) as StationDraft;
}

/** Whether what is wrong with it can be said at a field of the form. */
export function hasField(name: string | undefined): boolean {
  return fields.some((field) => field.name === name && field.kind !== "check");
}
