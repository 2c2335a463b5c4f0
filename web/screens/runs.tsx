import { useNavigate, useParams } from "@solidjs/router";
import { Show, createEffect, createMemo, createResource, on, type JSX } from "solid-js";
import { useApp } from "../context/context.tsx";
import { Badge } from "../elements/badge.tsx";
import { Empty } from "../elements/notes.tsx";
import { Split } from "../elements/split.tsx";
import { RowList } from "../elements/row-list.tsx";
import { RunDetail } from "../panels/runs/run-detail.tsx";
import { VerdictBadge, VerdictCounts } from "../panels/runs/verdict-badge.tsx";
import { followChanges } from "../stores/live-changes.ts";
import { createPagedList } from "../stores/paged-list.ts";
import { timeOf } from "../text/units.ts";

/** Audits that were kept, with what they found. */
export default function RunsScreen(): JSX.Element {
  const app = useApp();
  const params = useParams();
  const navigate = useNavigate();
  const list = createPagedList((query, page) => app.api.runs(query, page));
  list.ask("");
  followChanges({ live: app.live, collection: "runs", look: () => list.refresh() });

  const named = (): string | null => params["id"] ?? null;
  const selected = createMemo(() => named() ?? list.items()[0]?.id ?? null);
  const [run, { refetch }] = createResource(selected, async (id) => {
    const answer = await app.api.run(id);
    if (!answer.ok && answer.problem.code !== "not-found") app.toasts.fail(answer.problem);
    return answer.ok ? answer.value : undefined;
  });
  // A run that was under way has come to its end, or is gone.
  const ended = createMemo(() => list.items().find(({ id }) => id === selected())?.endedAt);
  createEffect(on(ended, () => void refetch(), { defer: true }));

  return (
    <Show
      when={list.state() !== "ready" || list.items().length > 0}
      fallback={
        <Empty icon="runs" title="No audit was kept yet">
          <p class="mb-2">
            An audit plays a station against a CSMS and judges what it answers. With <b>--keep</b> its verdict
            and findings stay here:
          </p>
          <code class="block rounded-md border border-line bg-raised px-2 py-1.5 text-left font-mono text-2xs">
            npx stationmaster audit wss://csms.example.com/ocpp{" "}
            <span class="whitespace-nowrap">--dialect 2.0.1</span>{" "}
            <span class="whitespace-nowrap">--keep</span>
          </code>
        </Empty>
      }
    >
      <Split
        label="Audits"
        width="24rem"
        one={named() !== null}
        list={
          <RowList
            label="Audits, newest first"
            list={list}
            selected={selected()}
            href={(item) => `/runs/${item.id}`}
            empty={null}
            row={(item) => (
              <>
                <span class="flex items-center gap-2">
                  <VerdictBadge verdict={item.verdict} />
                  <span class="min-w-0 truncate text-sm leading-4 font-medium">{item.target}</span>
                  <span class="ml-auto shrink-0 text-2xs text-ink3 tabular-nums">
                    {timeOf(item.startedAt)}
                  </span>
                </span>
                <span class="mt-1 flex items-center gap-2">
                  <Badge>{item.dialect}</Badge>
                  <VerdictCounts summary={item.summary} />
                </span>
              </>
            )}
          />
        }
      >
        <Show
          when={run.latest}
          fallback={
            <Show when={!run.loading && list.state() === "ready"}>
              <Empty icon="runs" title="This audit is not in the store">
                Pick another one.
              </Empty>
            </Show>
          }
        >
          {(found) => (
            <RunDetail
              run={found()}
              onGone={() => {
                list.drop(found().id);
                navigate("/runs");
              }}
            />
          )}
        </Show>
      </Split>
    </Show>
  );
}
