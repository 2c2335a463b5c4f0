import { isObject } from "../../protocol/payload/read.ts";
import { createStore } from "solid-js/store";
import { parse } from "../text/json.ts";
import { personName } from "../text/person-name.ts";

/** What this browser remembers. Whatever comes back from storage is checked, as anybody may have written it. */
export interface Settings {
  /** Name under which changes go into the history; empty while it is not given. */
  person: string;
  theme: "system" | "light" | "dark";
  /** Tokens that were presented, latest first. */
  tokens: RememberedToken[];
  /** Height of the inspector's detail pane, part of the screen. */
  detailShare: number;
  detailView: "formatted" | "raw";
}

export interface RememberedToken {
  idToken: string;
  type: string;
}

const place = "stationmaster.settings";
const rememberedTokens = 12;

export const initialSettings: Settings = {
  person: "",
  theme: "system",
  tokens: [
    { idToken: "DEADBEEF", type: "ISO14443" },
    { idToken: "CAFE0001", type: "ISO14443" },
    { idToken: "VALID-TOKEN", type: "Central" },
    { idToken: "BLOCKED-TOKEN", type: "Central" },
    { idToken: "EXPIRED-TOKEN", type: "Central" },
  ],
  detailShare: 0.44,
  detailView: "formatted",
};

/** Makes settings out of anything; what is not usable takes its default. */
export function cleanSettings(value: unknown): Settings {
  if (!isObject(value)) return initialSettings;
  const { person, theme, detailView, detailShare, tokens } = value;
  return {
    person: personName(person) ?? "",
    theme: theme === "light" || theme === "dark" ? theme : "system",
    detailView: detailView === "raw" ? "raw" : "formatted",
    detailShare:
      typeof detailShare === "number" && detailShare >= 0.15 && detailShare <= 0.85
        ? detailShare
        : initialSettings.detailShare,
    tokens: Array.isArray(tokens) ? cleanTokens(tokens) : initialSettings.tokens,
  };
}

function cleanTokens(tokens: readonly unknown[]): RememberedToken[] {
  const clean = tokens.filter(isObject).flatMap(({ idToken, type }) => {
    if (typeof idToken !== "string" || typeof type !== "string") return [];
    return idToken !== "" && idToken.length <= 255 ? [{ idToken, type }] : [];
  });
  return clean.slice(0, rememberedTokens);
}

export type SettingsStore = ReturnType<typeof createSettings>;

export function createSettings(storage: Pick<Storage, "getItem" | "setItem"> | null = storageHere()) {
  const [value, setValue] = createStore<Settings>({ ...cleanSettings(parse(read(storage))) });
  const set = <K extends keyof Settings>(name: K, next: Settings[K]): void => {
    setValue(name, () => next);
    try {
      // Another tab may have changed the others meanwhile.
      storage?.setItem(place, JSON.stringify({ ...cleanSettings(parse(read(storage))), [name]: next }));
    } catch {
      // Storage is full or forbidden: the setting holds for this visit.
    }
  };
  // It is the same person in all tabs.
  window.addEventListener("storage", (event) => {
    if (event.key === place) setValue("person", cleanSettings(parse(event.newValue ?? "")).person);
  });
  return {
    value,
    set,
    rememberToken(token: RememberedToken) {
      const others = value.tokens.filter((other) => other.idToken !== token.idToken);
      set("tokens", [{ ...token }, ...others].slice(0, rememberedTokens));
    },
  };
}

function storageHere(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function read(storage: Pick<Storage, "getItem"> | null): string {
  try {
    return storage?.getItem(place) ?? "";
  } catch {
    return "";
  }
}
