import { createSignal, onCleanup } from "solid-js";
import type { Answer, Problem } from "../api/ask.ts";
import type { Api } from "../api/client.ts";
import type { StatisticsAnswers } from "../api/statistics.ts";
import { rangeOf, viewString, type View } from "./statistics-view.ts";

export type Part<T> = ReturnType<typeof createPart<T>>;
export type StatisticsStore = ReturnType<typeof createStatistics>;

type EnergyBy = "station" | "evse" | "transaction";

const slices = 240;
const rows = 12;

export function createStatistics({
  api,
  view: shown,
  now = Date.now,
  interval = 10_000,
}: {
  api: Pick<Api, "statistics" | "transactions">;
  view: View;
  now?: () => number;
  /** Between two loads, ms. */
  interval?: number;
}) {
  const [view, setView] = createSignal(shown);
  const [range, setRange] = createSignal(rangeOf(shown, now()));
  const [loadedAt, setLoadedAt] = createSignal<number | null>(null);
  const [loading, setLoading] = createSignal(false);
  const [auto, setAuto] = createSignal(true);
  const [energyBy, setEnergyBy] = createSignal<EnergyBy>("station");
  const [silence, setSilence] = createSignal(300_000);
  let points = 600;
  let generation = 0;

  const query = (more: Record<string, string | number> = {}): string => {
    const params = new URLSearchParams(view().stations.map((station) => ["station", station]));
    for (const [name, value] of Object.entries({ ...range(), ...more })) params.set(name, String(value));
    return params.toString();
  };
  const traffic = createPart(() => api.statistics("traffic", query({ slices })));
  const actions = createPart(() => api.statistics("actions", query()));
  const slowest = createPart(() => api.statistics("slowest", query({ limit: rows })));
  const issues = createPart(() => api.statistics("issues", query({ limit: rows })));
  const silent = createPart(() =>
    api.statistics(
      "silent",
      new URLSearchParams({ before: String(now() - silence()), limit: "200" }).toString(),
    ),
  );
  const energy = createPart(() => api.statistics("energy", query({ by: energyBy(), limit: rows })));
  // Up to now where the range ends now: they are also loaded without the rest.
  const transactions = createPart(() => api.transactions(query({ ...rangeOf(view(), now()), limit: 100 })));
  const transaction = (): string | null => view().transaction ?? transactions.data()?.items[0]?.key ?? null;
  const series = createPart(async (): Promise<Answer<StatisticsAnswers["series"]>> => {
    const key = transaction();
    if (key === null) return { ok: true, value: { range: { from: null, to: null }, items: [] } };
    const params = new URLSearchParams({ transactionKey: key, points: String(points) });
    return api.statistics("series", params.toString());
  });

  async function reload(): Promise<void> {
    const mine = ++generation;
    setRange(rangeOf(view(), now()));
    setLoading(true);
    await Promise.all([
      ...[traffic, actions, slowest, issues, silent, energy].map((part) => part.load()),
      transactions.load().then(() => series.load()),
    ]);
    if (mine !== generation) return;
    setLoading(false);
    setLoadedAt(now());
  }
  const timer = setInterval(() => {
    if (auto() && view().span !== null && !loading() && !isHidden()) void reload();
  }, interval);
  onCleanup(() => {
    generation += 1;
    clearInterval(timer);
  });
  void reload();

  return {
    view,
    /** Asks for another view; loads what differs. */
    ask(next: View) {
      if (viewString(next) === viewString(view())) return;
      const only =
        viewString({ ...next, transaction: null }) === viewString({ ...view(), transaction: null });
      setView(next);
      if (only) void series.load();
      else void reload();
    },
    /** The range of the last load: the same for all panels. */
    range,
    /** Epoch ms. */
    loadedAt,
    loading,
    reload,
    /** Loads the transactions up to now, and samples if another one is drawn then; only where `auto` may load. */
    async lookAtTransactions() {
      if (!auto() || view().span === null) return;
      const drawn = transaction();
      await transactions.load();
      if (transaction() !== drawn) await series.load();
    },
    /** Loads again now and then, while the page is seen and the range ends now. */
    auto,
    setAuto,
    energyBy,
    setEnergyBy(by: EnergyBy) {
      setEnergyBy(by);
      void energy.load();
    },
    /** Stations are silent after so many ms. */
    silence,
    setSilence(ms: number) {
      setSilence(ms);
      void silent.load();
    },
    /** Width of the plot of samples, px. */
    setPoints(next: number) {
      if (next === points) return;
      points = next;
      if (series.data() !== null) void series.load();
    },
    /** The transaction whose samples are drawn. */
    transaction,
    traffic,
    actions,
    slowest,
    issues,
    silent,
    energy,
    transactions,
    series,
  };
}

/** One answer of the server that a panel shows. What was there stays while it is loaded anew. */
function createPart<T>(ask: () => Promise<Answer<T>>) {
  const [data, setData] = createSignal<T | null>(null);
  const [state, setState] = createSignal<"loading" | "ready" | "failed">("loading");
  const [problem, setProblem] = createSignal<Problem | null>(null);
  let newest = 0;
  return {
    data,
    state,
    problem,
    async load() {
      const mine = ++newest;
      setState("loading");
      const answer = await ask();
      // A later question has been asked meanwhile: this is the answer to an old one.
      if (mine !== newest) return;
      if (answer.ok) setData(() => answer.value);
      setProblem(answer.ok ? null : answer.problem);
      setState(answer.ok ? "ready" : "failed");
    },
  };
}

function isHidden(): boolean {
  return typeof document !== "undefined" && document.visibilityState === "hidden";
}
