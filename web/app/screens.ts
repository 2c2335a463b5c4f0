import { lazy, type Component } from "solid-js";
import type { IconName } from "../elements/icon.tsx";
import InspectorScreen from "../screens/inspector.tsx";
import StationsScreen from "../screens/stations.tsx";
import type { App } from "../context/context.tsx";

export interface Screen {
  path: string;
  /** What follows the path where one thing of the screen has an address of its own. */
  item?: "/:id?";
  /** In the menu, in the help, and as title of the page. */
  name: string;
  icon: IconName;
  component: Component;
  /** How many things there want to be known of everywhere, and what they are. */
  alert?: (app: App) => { count: number; text: string };
}

/** All screens, in the order of the menu. The first one is where the app begins. */
export const screens: readonly [Screen, ...Screen[]] = [
  { path: "/stations", item: "/:id?", name: "Stations", icon: "stations", component: StationsScreen },
  { path: "/inspector", name: "Inspector", icon: "inspector", component: InspectorScreen },
  {
    path: "/statistics",
    name: "Statistics",
    icon: "chart",
    component: lazy(() => import("../screens/statistics.tsx")),
  },
  {
    path: "/runs",
    item: "/:id?",
    name: "Audits",
    icon: "runs",
    component: lazy(() => import("../screens/runs.tsx")),
  },
  {
    path: "/history",
    item: "/:id?",
    name: "History",
    icon: "history",
    component: lazy(() => import("../screens/history.tsx")),
  },
  {
    path: "/sandbox",
    name: "Sandbox",
    icon: "sandbox",
    component: lazy(() => import("../screens/sandbox.tsx")),
    alert: ({ sandbox: { active } }) => ({
      count: active().length,
      text: `${active().length} misbehaviours are on`,
    }),
  },
];

/** The screen at an address; undefined where there is none. */
export function screenAt(pathname: string): Screen | undefined {
  return screens.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
}
