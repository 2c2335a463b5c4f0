import { describe, expect, it } from "vitest";
import { cleanSettings, createSettings, initialSettings } from "./settings.ts";

describe("settings", () => {
  it.each([undefined, null, 5, [], "x"])("takes the defaults for %j", (value) => {
    expect(cleanSettings(value)).toEqual(initialSettings);
  });

  it("keeps what is usable and repairs the rest", () => {
    const clean = cleanSettings({
      person: " Zoë Ørsted ",
      theme: "dark",
      detailShare: 7,
      detailView: "hex",
      tokens: [{ idToken: "A", type: "Central" }, { idToken: 5 }, "x"],
      unknown: true,
    });
    expect(clean).toEqual({
      ...initialSettings,
      person: "Zoë Ørsted",
      theme: "dark",
      tokens: [{ idToken: "A", type: "Central" }],
    });
  });

  it.each([5, "x".repeat(101), "a\nb"])("has no person of the name %j", (person) => {
    expect(cleanSettings({ person }).person).toBe("");
  });

  it("remembers across visits, and lives with a storage that refuses", () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    };
    createSettings(storage).set("theme", "light");
    expect(createSettings(storage).value.theme).toBe("light");
    const refusing = createSettings({
      getItem: () => {
        throw new Error("forbidden");
      },
      setItem: () => {
        throw new Error("full");
      },
    });
    refusing.set("theme", "dark");
    expect(refusing.value.theme).toBe("dark");
  });

  it("leaves alone what another tab set, and takes over who one is", () => {
    const [here, there] = [createSettings(localStorage), createSettings(localStorage)];
    there.set("person", "Zoë");
    here.set("theme", "dark");
    expect(createSettings(localStorage).value).toMatchObject({ person: "Zoë", theme: "dark" });
    const [key = ""] = Object.keys(localStorage);
    window.dispatchEvent(new StorageEvent("storage", { key, newValue: localStorage.getItem(key) }));
    expect(here.value).toMatchObject({ person: "Zoë", theme: "dark" });
    window.dispatchEvent(new StorageEvent("storage", { key: "other", newValue: "{}" }));
    expect(here.value.person).toBe("Zoë");
    localStorage.clear();
  });

  it("puts the token used last in front, each once", () => {
    const settings = createSettings(null);
    settings.rememberToken({ idToken: "NEW", type: "Local" });
    settings.rememberToken({ idToken: "CAFE0001", type: "ISO14443" });
    const names = settings.value.tokens.map((token) => token.idToken);
    expect(names.slice(0, 3)).toEqual(["CAFE0001", "NEW", "DEADBEEF"]);
    expect(new Set(names).size).toBe(names.length);
  });
});
