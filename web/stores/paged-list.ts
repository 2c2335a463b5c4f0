import { createSignal } from "solid-js";
import type { Answer, Page, PageWanted, Problem } from "../api/ask.ts";

export type PagedList<T extends { id: string }> = ReturnType<typeof createPagedList<T>>;

/** A list of the server, newest first: its first page, more on demand, and looked at anew without losing the place. */
export function createPagedList<T extends { id: string }>(
  fetchPage: (query: string, page: PageWanted) => Promise<Answer<Page<T>>>,
  pageSize = 100,
) {
  const [items, setItems] = createSignal<readonly T[]>([]);
  const [state, setState] = createSignal<"loading" | "ready" | "failed">("loading");
  const [problem, setProblem] = createSignal<Problem | null>(null);
  const [query, setQuery] = createSignal("");
  const [cursor, setCursor] = createSignal<string | null>(null);
  const [loadingMore, setLoadingMore] = createSignal(false);
  let generation = 0;

  /** Fetches the newest page again and puts it over what is here. */
  async function refresh(): Promise<void> {
    const mine = ++generation;
    const answer = await fetchPage(query(), { limit: pageSize });
    if (mine !== generation) return;
    if (!answer.ok) {
      setProblem(answer.problem);
      setState("failed");
      return;
    }
    const page = answer.value;
    const last = page.items.at(-1)?.id;
    const known = new Set(items().map(({ id }) => id));
    // Older ones may stay where the page reaches down to them without a gap.
    const joins = page.next !== null && last !== undefined && known.has(last);
    const older = joins ? items().filter(({ id }) => id < last) : [];
    setItems([...page.items, ...older]);
    if (older.length === 0) setCursor(page.next);
    setProblem(null);
    setState("ready");
  }

  return {
    items,
    state,
    problem,
    /** Asks for other items; what is here goes away. */
    ask(next: string) {
      if (next === query() && state() !== "loading") return;
      setQuery(next);
      setItems([]);
      setCursor(null);
      setState("loading");
      void refresh();
    },
    atEnd: () => cursor() === null,
    loadingMore,
    async more() {
      const from = cursor();
      if (from === null || loadingMore()) return;
      const asked = query();
      setLoadingMore(true);
      const answer = await fetchPage(asked, { limit: pageSize, cursor: from });
      setLoadingMore(false);
      if (asked !== query()) return;
      if (!answer.ok) {
        setProblem(answer.problem);
        return;
      }
      setProblem(null);
      const known = new Set(items().map(({ id }) => id));
      setItems([...items(), ...answer.value.items.filter(({ id }) => !known.has(id))]);
      setCursor(answer.value.next);
    },
    refresh,
    drop: (id: string) => void setItems(items().filter((item) => item.id !== id)),
  };
}
