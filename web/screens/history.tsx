import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { Show, createEffect, createMemo, createResource, on, onCleanup, type JSX } from "solid-js";
import { useApp } from "../context/context.tsx";
import { Empty } from "../elements/notes.tsx";
import { Split } from "../elements/split.tsx";
import { RowList } from "../elements/row-list.tsx";
import { ActionBadge } from "../panels/history/action-badge.tsx";
import { ChangeDetail } from "../panels/history/change-detail.tsx";
import { HistoryFilters } from "../panels/history/history-filter.tsx";
import { changeSummary, historyFilter, historyPath, historyQuery } from "../stores/history.ts";
import { createPagedList } from "../stores/paged-list.ts";
import { withSearch } from "../text/path.ts";
import { timeOf } from "../text/units.ts";

/** How often the list is looked at anew: others change things too, ms. */
const lookInterval = 5000;

/** What was changed, by whom, and the way back. The page's address holds the filter. */
export default function HistoryScreen(): JSX.Element {
  const app = useApp();
  const params = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const list = createPagedList((query, page) => app.api.history(query, page));
  const filter = createMemo(() => historyFilter(location.search));
  const search = (): string => historyQuery(filter());
  createEffect(on(search, (query) => list.ask(query)));
  const timer = setInterval(() => {
    if (!document.hidden) void list.refresh();
  }, lookInterval);
  onCleanup(() => clearInterval(timer));

  const named = (): string | null => params["id"] ?? null;
  const selected = createMemo(() => named() ?? list.items()[0]?.id ?? null);
  const newest = createMemo(() => list.items()[0]?.id);
  // A newer change alters what restoring would do.
  const [change, { refetch }] = createResource(
    () => {
      const id = selected();
      return id === null ? undefined : { id, newest: newest() };
    },
    ({ id }) => app.toasts.tell(app.api.change(id)),
  );
  const filtered = (): boolean => search() !== "";

  return (
    <Split
      label="Changes"
      width="24rem"
      one={named() !== null}
      list={
        <>
          <HistoryFilters filter={filter()} onChange={(next) => navigate(historyPath(next))} />
          <RowList
            label="Changes, newest first"
            list={list}
            selected={selected()}
            href={(item) => withSearch(`/history/${item.id}`, search())}
            empty={
              <Empty
                icon="history"
                title={filtered() ? "Nothing was changed here" : "Nothing was changed yet"}
              >
                {filtered()
                  ? "No change matches this filter."
                  : "Each change of a station, template or setting is kept here, with who made it and the way back."}
              </Empty>
            }
            row={(item) => (
              <>
                <span class="flex items-center gap-2">
                  <span class="min-w-0 truncate text-sm leading-4 font-medium">{item.document}</span>
                  <Show when={item.collection !== "stations"}>
                    <span class="text-2xs text-ink3">{item.collection}</span>
                  </Show>
                  <span class="ml-auto shrink-0 text-2xs text-ink3 tabular-nums">{timeOf(item.at)}</span>
                </span>
                <span class="mt-1 flex items-center gap-1.5 text-2xs text-ink2">
                  <ActionBadge action={item.action} />
                  <span class="shrink-0">by {item.by}</span>
                  <span class="min-w-0 truncate text-ink3">
                    {changeSummary(item.action, item.difference)}
                  </span>
                </span>
              </>
            )}
          />
        </>
      }
    >
      <Show
        when={change.latest}
        fallback={
          <Show when={list.state() === "ready" && list.items().length > 0 && !change.loading}>
            <Empty icon="history" title="This change is not in the store">
              Pick another one.
            </Empty>
          </Show>
        }
      >
        {(found) => (
          <ChangeDetail
            change={found()}
            back={historyPath(filter())}
            onRestored={() => {
              void list.refresh();
              void refetch();
            }}
          />
        )}
      </Show>
    </Split>
  );
}
