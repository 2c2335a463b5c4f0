import { Navigate, Router } from "@solidjs/router";
import { ErrorBoundary, type JSX } from "solid-js";
import { ErrorNote } from "../elements/notes.tsx";
import { AppProvider } from "../context/context.tsx";
import { NotFoundScreen } from "./not-found.tsx";
import { screens } from "./screens.ts";
import { Shell } from "./shell.tsx";

const routes = [
  { path: "/", component: () => <Navigate href={screens[0].path} /> },
  ...screens.map(({ path, item = "", component }) => ({ path: path + item, component })),
  { path: "*", component: NotFoundScreen },
];

export function App(): JSX.Element {
  return (
    <ErrorBoundary fallback={(error: unknown, reset) => <Broken error={error} reset={reset} />}>
      <AppProvider>
        <Router root={Shell}>{routes}</Router>
      </AppProvider>
    </ErrorBoundary>
  );
}

function Broken(props: { error: unknown; reset: () => void }): JSX.Element {
  return (
    <div class="mx-auto mt-24 max-w-lg p-4">
      <ErrorNote
        title="This page broke"
        text={props.error instanceof Error ? props.error.message : String(props.error)}
        retry={() => props.reset()}
        retryLabel="Start the page again"
      />
    </div>
  );
}
