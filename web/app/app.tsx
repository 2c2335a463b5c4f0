import { Navigate, Route, Router } from "@solidjs/router";
import { ErrorBoundary, lazy, type JSX } from "solid-js";
import { Button } from "../elements/button.tsx";
import { ErrorNote } from "../elements/notes.tsx";
import { InspectorScreen } from "../screens/inspector.tsx";
import { NotFoundScreen } from "./not-found.tsx";
import { StationsScreen } from "../screens/stations.tsx";
import { AppProvider } from "./context.tsx";
import { Shell } from "./shell.tsx";

const SandboxScreen = lazy(async () => ({ default: (await import("../screens/sandbox.tsx")).SandboxScreen }));

const HistoryScreen = lazy(async () => ({ default: (await import("../screens/history.tsx")).HistoryScreen }));
const RunsScreen = lazy(async () => ({ default: (await import("../screens/runs.tsx")).RunsScreen }));

const StatisticsScreen = lazy(async () => ({
  default: (await import("../screens/statistics.tsx")).StatisticsScreen,
}));

export function App(): JSX.Element {
  return (
    <ErrorBoundary fallback={(error: unknown, reset) => <Broken error={error} reset={reset} />}>
      <AppProvider>
        <Router root={Shell}>
          <Route path="/" component={() => <Navigate href="/stations" />} />
          <Route path="/stations/:id?" component={StationsScreen} />
          <Route path="/inspector" component={InspectorScreen} />
          <Route path="/statistics" component={StatisticsScreen} />
          <Route path="/runs/:id?" component={RunsScreen} />
          <Route path="/history/:id?" component={HistoryScreen} />
          <Route path="/sandbox" component={SandboxScreen} />
          <Route path="*" component={NotFoundScreen} />
        </Router>
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
      >
        <Button onClick={() => props.reset()}>Start the page again</Button>
      </ErrorNote>
    </div>
  );
}
