import { createContext, createEffect, on, onCleanup, useContext, type JSX } from "solid-js";
import { makeApi, type Api } from "../api/client.ts";
import { createFrames } from "../stores/frames.ts";
import { makeLive, type Live } from "../stores/live.ts";
import { createSandbox } from "../stores/sandbox.ts";
import { createSettings, type SettingsStore } from "../stores/settings.ts";
import { createStations } from "../stores/stations.ts";
import { createStoreStatus } from "../stores/store-status.ts";
import { createToasts } from "../stores/toasts.ts";

/** What every screen may use. Made once, at the top. */
export type App = ReturnType<typeof createStores>;

const AppContext = createContext<App>();

/** Throws outside of `AppProvider`. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("useApp: no AppProvider above this component");
  return app;
}

export function AppProvider(props: { app?: App; children: JSX.Element }): JSX.Element {
  return <AppContext.Provider value={props.app ?? createApp()}>{props.children}</AppContext.Provider>;
}

/** @param parts `lookEvery`: ms between two looks at the store's state; none unless given */
export function createStores(parts: {
  api: Api;
  live: Live;
  settings: SettingsStore;
  lookEvery?: number;
  nextFrame?: (run: () => void) => void;
}) {
  const { api, live, settings } = parts;
  return {
    api,
    live,
    settings,
    frames: createFrames(parts),
    stations: createStations(parts),
    sandbox: createSandbox(parts),
    store: createStoreStatus(parts),
    toasts: createToasts(),
  };
}

function createApp(): App {
  const settings = createSettings();
  const api = makeApi("", () => settings.value.person);
  const live = makeLive();
  const app = createStores({ api, live, settings, lookEvery: 3000 });
  // What the feed cannot replay is loaded anew with every new link; frames catch up by their ids.
  createEffect(
    on(live.opened, (times) => {
      if (times === 0) return;
      void app.stations.load();
      void app.sandbox.load();
      void app.store.look();
      // A page that was loaded before the feed began may lack what came in between.
      if (!live.resumed() || app.frames.state() === "failed") app.frames.reload();
    }),
  );
  onCleanup(() => live.close());
  return app;
}
