import { createMemo, createSignal, onCleanup } from "solid-js";
import { createStore, produce, reconcile } from "solid-js/store";
import type { Problem } from "../api/ask.ts";
import type { Notice } from "../api/live.ts";
import type { Api } from "../api/client.ts";
import type { StationView } from "../api/stations.ts";
import type { Live } from "./live.ts";
import { makePowerHistory } from "./power-history.ts";

const keptNotices = 200;
/** A view that is older than what is here by less than this was overtaken on its way, ms; by more: a clock was set back. */
const straggling = 5000;
const order = new Intl.Collator("en", { numeric: true });

/** All stations as the server tells them, kept fresh by the live feed. */
export function createStations(parts: {
  api: Pick<Api, "stations">;
  live: Pick<Live, "on">;
  nextFrame?: (run: () => void) => void;
}) {
  const nextFrame = parts.nextFrame ?? ((run) => void requestAnimationFrame(run));
  const [views, setViews] = createStore<{ [id: string]: StationView }>({});
  const [known, setKnown] = createSignal<ReadonlySet<string>>(new Set());
  const [notices, setNotices] = createStore<{ [id: string]: Notice[] }>({});
  const [state, setState] = createSignal<"loading" | "ready" | "failed">("loading");
  const [problem, setProblem] = createSignal<Problem | null>(null);
  const history = makePowerHistory();
  const fresh = new Map<string, StationView>();
  let scheduled = false;

  /** Takes in a view that an action returned, without waiting for the feed. */
  function put(view: StationView): void {
    const age = known().has(view.id) ? (views[view.id]?.snapshot.at ?? 0) - view.snapshot.at : 0;
    if (age > 0 && age < straggling) return;
    history.add(view);
    if (known().has(view.id)) setViews(view.id, reconcile(view));
    else {
      setViews(view.id, view);
      setKnown((ids) => new Set(ids).add(view.id));
    }
  }

  function drop(id: string): void {
    fresh.delete(id);
    setKnown((ids) => new Set([...ids].filter((other) => other !== id)));
    setViews(produce((all) => void delete all[id]));
    setNotices(produce((all) => void delete all[id]));
    history.drop(id);
  }

  function flush(): void {
    scheduled = false;
    for (const view of fresh.values()) put(view);
    fresh.clear();
  }

  const stop = parts.live.on((message) => {
    if (message.type === "station") {
      fresh.set(message.view.id, message.view);
      if (!scheduled) {
        scheduled = true;
        nextFrame(flush);
      }
    } else if (message.type === "station-removed") drop(message.id);
    else if (message.type === "notice") {
      const { station, level, text, at } = message;
      setNotices(station, (lines = []) => [...lines, { station, level, text, at }].slice(-keptNotices));
    }
  });

  onCleanup(stop);

  /** Sorted as people count: CP2 before CP10. */
  const ids = createMemo(() => [...known()].sort(order.compare));
  return {
    ids,
    get: (id: string) => (known().has(id) ? views[id] : undefined),
    /** All by their names, to pick from. */
    options: createMemo(() => ids().map((id) => ({ value: id, hint: views[id]?.dialect }))),
    state,
    problem,
    async load() {
      const answer = await parts.api.stations();
      if (!answer.ok) {
        setProblem(answer.problem);
        if (known().size === 0) setState("failed");
        return;
      }
      const present = new Set(answer.value.items.map((view) => view.id));
      for (const id of known()) if (!present.has(id)) drop(id);
      setViews(reconcile(Object.fromEntries(answer.value.items.map((view) => [view.id, view]))));
      setKnown(present);
      for (const view of answer.value.items) history.add(view);
      setProblem(null);
      setState("ready");
    },
    put,
    drop,
    /** Oldest first, at most 200 per station. */
    notices: (id: string): readonly Notice[] => notices[id] ?? [],
    history,
  };
}
