import { A } from "@solidjs/router";
import { Show, createEffect, createMemo, createSignal, on, type JSX } from "solid-js";
import type { RunDetail as Run } from "../../api/runs.ts";
import type { FindingRow } from "../../api/runs.ts";
import { useApp } from "../../app/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { Icon } from "../../elements/icon.tsx";
import { createPagedList } from "../../stores/paged-list.ts";
import { caseTitles, reportFrames } from "../../stores/runs.ts";
import { duration, moment } from "../../text/units.ts";
import { DeleteRunDialog } from "./delete-run.tsx";
import { FindingList } from "./finding-list.tsx";
import { VerdictBadge, VerdictCounts } from "./verdict-badge.tsx";

/** One audit: its verdict, and each finding with its proof. */
export function RunDetail(props: { run: Run; onGone: () => void }): JSX.Element {
  const app = useApp();
  const [deleting, setDeleting] = createSignal(false);
  const findings = createPagedList<FindingRow>((_, page) => app.api.findings(props.run.id, page));
  createEffect(
    on(
      () => [props.run.id, props.run.endedAt],
      () => void findings.refresh(),
    ),
  );
  const titles = createMemo(() => caseTitles(props.run.report));
  const frames = createMemo(() => reportFrames(props.run.report));
  const download = (): void => {
    const file = new Blob([JSON.stringify(props.run.report, null, 2)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `report-${props.run.id}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section aria-label={`Audit of ${props.run.target}`} class="flex h-full min-h-0 flex-col">
      <header class="border-b border-line bg-surface px-3 py-2.5 sm:px-4">
        <div class="flex flex-wrap items-center gap-x-2.5 gap-y-2">
          <A
            href="/runs"
            aria-label="Back to all audits"
            class="grid size-7 place-items-center rounded-md text-ink2 hover:bg-hover lg:hidden"
          >
            <Icon name="back" />
          </A>
          <h2 class="min-w-0 text-base font-semibold tracking-tight break-all">{props.run.target}</h2>
          <Badge>{props.run.dialect}</Badge>
          <VerdictBadge verdict={props.run.verdict} />
          <div class="ml-auto flex items-center gap-1.5">
            <Button icon="download" disabled={props.run.report === null} onClick={download}>
              Report
            </Button>
            <Button look="danger" icon="trash" onClick={() => setDeleting(true)}>
              Delete
            </Button>
          </div>
        </div>
        <p class="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-ink2">
          <span>{moment(props.run.startedAt).slice(0, -4)}</span>
          <Show when={props.run.endedAt}>
            {(end) => <span>took {duration(end() - props.run.startedAt)}</span>}
          </Show>
          <span>as station {props.run.station}</span>
          <VerdictCounts summary={props.run.summary} />
        </p>
      </header>
      <div class="min-h-0 grow overflow-y-auto p-3 sm:p-4">
        <div class="max-w-4xl">
          <Show when={props.run.endedAt === null}>
            <p class="mb-3 text-xs text-ink2">
              This audit is under way, or it ended without a word. Its findings come with its end.
            </p>
          </Show>
          <Show when={findings.problem()}>
            {(problem) => <p class="text-xs text-bad">{problem().message}</p>}
          </Show>
          <Show
            when={findings.state() === "ready" && findings.items().length === 0 && props.run.endedAt !== null}
          >
            <p class="flex items-center gap-2 text-xs text-ok">
              <Icon name="check" class="size-3.5" /> Every check is green.
            </p>
          </Show>
          <FindingList findings={findings.items()} titles={titles()} frames={frames()} />
          <Show when={!findings.atEnd()}>
            <Button class="mt-3" onClick={() => void findings.more()}>
              Show more findings
            </Button>
          </Show>
        </div>
      </div>
      <DeleteRunDialog
        run={props.run}
        open={deleting()}
        onOpenChange={setDeleting}
        onGone={() => props.onGone()}
      />
    </section>
  );
}
