import { createSignal, onCleanup } from "solid-js";
import type { FrameRow } from "../api/frames.ts";
import type { Page, Problem } from "../api/ask.ts";
import type { Api } from "../api/client.ts";
import { everything, matcher, queryString, type Query } from "../query/query.ts";
import type { Live } from "./live.ts";
import { Ring } from "./ring.ts";

/** Searching the server waits until typing pauses, ms. */
const searchDelay = 200;

/** The inspector's rows for one query: the newest page, older pages on demand, and the live feed on top of them. */
export function createFrames({
  api,
  live,
  capacity = 100_000,
  pageSize = 500,
  nextFrame = beforePaint,
}: {
  api: Pick<Api, "frames">;
  live: Pick<Live, "on">;
  capacity?: number;
  pageSize?: number;
  /** Calls back before the next paint. */
  nextFrame?: (run: () => void) => void;
}) {
  const ring = new Ring(capacity);
  const [version, setVersion] = createSignal(0);
  const [query, setQuery] = createSignal<Query>(everything);
  const [state, setState] = createSignal<"loading" | "ready" | "failed">("loading");
  const [problem, setProblem] = createSignal<Problem | null>(null);
  const [loadingOlder, setLoadingOlder] = createSignal(false);
  const [cursor, setCursor] = createSignal<string | null>(null);
  const [reached, setReached] = createSignal<number | null>(null);
  const [paused, setPaused] = createSignal(false);
  const [buffered, setBuffered] = createSignal(0);
  const [arrived, setArrived] = createSignal(0);
  let matches = matcher(everything);
  let inbox: FrameRow[] = [];
  let held: FrameRow[] = [];
  let scheduled = false;
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const touch = (): void => void setVersion((value) => value + 1);

  function takeIn(rows: readonly FrameRow[]): void {
    let noted = false;
    const wanted: FrameRow[] = [];
    for (const row of rows) {
      if (matches(row)) wanted.push(row);
      else noted = ring.note(row) || noted;
    }
    const added = ring.add(wanted);
    ring.trim();
    if (added > 0) setArrived((value) => value + added);
    if (added > 0 || noted) touch();
  }

  function flush(): void {
    scheduled = false;
    const rows = inbox;
    inbox = [];
    if (!paused()) return takeIn(rows);
    // What waits is bounded like the list itself; the store has everything.
    for (const row of rows) held.push(row);
    if (held.length > capacity) held = held.slice(-capacity);
    const waiting = rows.reduce((sum, row) => sum + (matches(row) ? 1 : 0), 0);
    if (waiting > 0) setBuffered((value) => Math.min(capacity, value + waiting));
  }

  const stop = live.on((message) => {
    if (message.type !== "frames") return;
    for (const row of message.items) inbox.push(row);
    if (scheduled) return;
    scheduled = true;
    nextFrame(flush);
  });
  onCleanup(() => {
    clearTimeout(timer);
    stop();
  });

  function takePage({ items, next, reached: bound }: Page<FrameRow>): void {
    ring.add(items);
    setProblem(null);
    setCursor(next);
    setReached(next === null ? null : (bound ?? null));
    touch();
  }

  async function load(): Promise<void> {
    clearTimeout(timer);
    const mine = ++generation;
    setState("loading");
    const answer = await api.frames(queryString(query()), { limit: pageSize });
    if (mine !== generation) return;
    if (!answer.ok) {
      setProblem(answer.problem);
      setState("failed");
      return;
    }
    // What is here already matches too and stays, except what is older than the page: between the two are gaps.
    const { items, next, reached: bound } = answer.value;
    const oldest = next === null ? "" : (items.at(-1)?.id ?? (bound === undefined ? "" : "~"));
    ring.keep((row) => row.id >= oldest || (bound !== undefined && row.at >= bound));
    takePage(answer.value);
    setState("ready");
  }
  void load();

  async function older(): Promise<void> {
    const from = cursor();
    if (from === null || loadingOlder() || state() !== "ready" || ring.count >= capacity) return;
    const mine = generation;
    setLoadingOlder(true);
    const answer = await api.frames(queryString(query()), { limit: pageSize, cursor: from });
    setLoadingOlder(false);
    if (mine !== generation) return;
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    takePage(answer.value);
  }

  return {
    query,
    /** Shows at once what is loaded and matches, then what the server has. */
    ask(next: Query) {
      if (queryString(next) === queryString(query())) return;
      const typed = next.text !== query().text;
      setQuery(next);
      matches = matcher(next);
      ring.keep(matches);
      setReached(null);
      setBuffered(held.filter(matches).length);
      setState("loading");
      generation += 1;
      touch();
      clearTimeout(timer);
      timer = setTimeout(() => void load(), typed ? searchDelay : 0);
    },
    /** Number of rows; reading it subscribes to every change. */
    count: () => {
      version();
      return ring.count;
    },
    /** 0 is the oldest. Subscribes like `count`. */
    at: (index: number) => {
      version();
      return ring.at(index);
    },
    get: (id: string) => {
      version();
      return ring.get(id);
    },
    indexOf: (id: string) => ring.indexOf(id),
    state,
    problem,
    loadingOlder,
    /** No older rows exist for this query. */
    atEnd: () => cursor() === null,
    /** Epoch ms: so far back the server has searched, and stopped; null where it did not stop early. */
    reached,
    /** The next page, as the list nears its end. Where the search stopped early nothing happens: a person decides. */
    loadOlder: async () => {
      if (reached() === null) await older();
    },
    /** The next page, also where the search stopped early. */
    searchFurther: older,
    paused,
    /** Matching frames that wait while paused. */
    buffered,
    pause: () => void setPaused(true),
    resume() {
      setPaused(false);
      const rows = held;
      held = [];
      setBuffered(0);
      takeIn(rows);
    },
    reload: () => void load(),
    /** Rows that fell out at the old end because the list is full. */
    dropped: () => {
      version();
      return ring.dropped;
    },
    /** How many live rows came in since the query began; only ever rises. */
    arrived,
  };
}

/** Before the next paint, or within a second when the page is in the background and does not paint. */
function beforePaint(run: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    clearTimeout(late);
    run();
  };
  const late = setTimeout(once, 1000);
  requestAnimationFrame(once);
}
