import { createEffect } from "solid-js";
import type { SettingsStore } from "../stores/settings.ts";

/** Keeps the page in the chosen theme; without a choice it follows the system. */
export function createTheme(settings: SettingsStore): void {
  createEffect(() => {
    const theme = settings.value.theme;
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  });
}
