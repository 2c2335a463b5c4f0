import { MemoryRouter, Route, createMemoryHistory } from "@solidjs/router";
import { createRoot, type JSX } from "solid-js";
import { unreachable, type Answer } from "../api/ask.ts";
import { makeApi, type Api } from "../api/client.ts";
import type { LiveMessage } from "../api/live.ts";
import { AppProvider, createStores, type App } from "../context/context.tsx";
import type { Live } from "../stores/live.ts";
import { createSettings } from "../stores/settings.ts";

/** An API of which a test gives the parts it needs; the rest answers that it is unreachable. */
function partialApi(parts: Partial<Api>): Api {
  const api = makeApi();
  const refuse = (): Promise<Answer<never>> => Promise.resolve({ ok: false, problem: unreachable });
  const refusing = Object.keys(api).map((name) => [name, refuse]);
  return { ...api, ...Object.fromEntries(refusing), exportUrl: api.exportUrl, ...parts };
}

/** A live feed that the test speaks for. */
export function scriptedLive(): Live & { say(message: LiveMessage): void } {
  const listeners = new Set<(message: LiveMessage) => void>();
  return {
    status: () => "online",
    opened: () => 1,
    resumed: () => false,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry() {},
    close() {},
    say(message) {
      for (const listener of listeners) listener(message);
    },
  };
}

/** The whole app over a partial API; frames arrive at once instead of before the next paint. */
export function testApp(parts: Partial<Api>): App & { say(message: LiveMessage): void } {
  const live = scriptedLive();
  const app = createRoot(() =>
    createStores({
      api: partialApi(parts),
      live,
      settings: createSettings(null),
      nextFrame: (run) => run(),
    }),
  );
  return { ...app, say: live.say };
}

/** Puts a part into an app and a router. */
export function InApp(props: { app: App; children: JSX.Element }): JSX.Element {
  const history = createMemoryHistory();
  return (
    <AppProvider app={props.app}>
      <MemoryRouter history={history}>
        <Route path="*" component={() => <>{props.children}</>} />
      </MemoryRouter>
    </AppProvider>
  );
}
