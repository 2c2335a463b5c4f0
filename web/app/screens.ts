import { lazy, type Component } from "solid-js";
import type { IconName } from "../elements/icon.tsx";
import InspectorScreen from "../screens/inspector.tsx";
import StationsScreen from "../screens/stations.tsx";
import type { App } from "../context/context.tsx";

const item = "/:id?";

export interface Screen {
  path: string;
  /** What follows the path where each thing of the screen has an address of its own. */
  item?: typeof item;
  /** In the menu, in the help, and as title of the page. */
  name: string;
  icon: IconName;
  component: Component;
  /** How many things there want to be known of everywhere, and what they are. */
  alert?: (app: App) => { count: number; text: string };
}

// Loaded when they are first opened.
const StatisticsScreen = lazy(() => import("../screens/statistics.tsx"));
const RunsScreen = lazy(() => import("../screens/runs.tsx"));
const HistoryScreen = lazy(() => import("../screens/history.tsx"));
const SandboxScreen = lazy(() => import("../screens/sandbox.tsx"));

/** All screens, in the order of the menu. The first one is where the app begins. */
export const screens: readonly [Screen, ...Screen[]] = [
  { path: "/stations", item, name: "Stations", icon: "stations", component: StationsScreen },
  { path: "/inspector", name: "Inspector", icon: "inspector", component: InspectorScreen },
  { path: "/statistics", name: "Statistics", icon: "chart", component: StatisticsScreen },
  { path: "/runs", item, name: "Audits", icon: "runs", component: RunsScreen },
  { path: "/history", item, name: "History", icon: "history", component: HistoryScreen },
  { path: "/sandbox", name: "Sandbox", icon: "sandbox", component: SandboxScreen, alert: misbehaviours },
];

function misbehaviours({ sandbox: { active } }: App): { count: number; text: string } {
  return { count: active().length, text: `${active().length} misbehaviours are on` };
}

/** The screen at an address; undefined where there is none. */
export function screenAt(pathname: string): Screen | undefined {
  return screens.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
}
