import { Show, createEffect, createMemo, createSignal, on, type JSX } from "solid-js";
import type { FindingRow, RunDetail as Run } from "../../api/runs.ts";
import { useApp } from "../../context/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { ConfirmDialog } from "../../elements/confirm-dialog.tsx";
import { Detail } from "../../elements/detail.tsx";
import { Icon } from "../../elements/icon.tsx";
import { createPagedList } from "../../stores/paged-list.ts";
import { caseTitles, reportFrames } from "../../stores/runs.ts";
import { duration, moment, timeOf } from "../../text/units.ts";
import { FindingList } from "./finding-list.tsx";
import { VerdictBadge, VerdictCounts } from "./verdict-badge.tsx";

/** One audit: its verdict, and each finding with its proof. */
export function RunDetail(props: { run: Run; onGone: () => void }): JSX.Element {
  const app = useApp();
  const [deleting, setDeleting] = createSignal(false);
  const findings = createPagedList<FindingRow>((_, page) => app.api.findings(props.run.id, page));
  const stage = () => [props.run.id, props.run.endedAt];
  createEffect(on(stage, () => void findings.refresh()));
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
  const remove = async (): Promise<void> => {
    const answer = await app.api.removeRun(props.run.id);
    setDeleting(false);
    if (!answer.ok) return app.toasts.fail(answer.problem);
    app.toasts.say("The audit is deleted");
    props.onGone();
  };
  return (
    <Detail
      label={`Audit of ${props.run.target}`}
      title={props.run.target}
      back={{ href: "/runs", label: "Back to all audits" }}
      badges={
        <>
          <Badge>{props.run.dialect}</Badge>
          <VerdictBadge verdict={props.run.verdict} />
        </>
      }
      actions={
        <>
          <Button icon="download" disabled={props.run.report === null} onClick={download}>
            Report
          </Button>
          <Button look="danger" icon="trash" onClick={() => setDeleting(true)}>
            Delete
          </Button>
        </>
      }
      facts={
        <p class="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-ink2">
          <span>{moment(props.run.startedAt).slice(0, -4)}</span>
          <Show when={props.run.endedAt}>
            {(end) => <span>took {duration(end() - props.run.startedAt)}</span>}
          </Show>
          <span>as station {props.run.station}</span>
          <VerdictCounts summary={props.run.summary} />
        </p>
      }
    >
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
      <ConfirmDialog
        open={deleting()}
        onOpenChange={setDeleting}
        title={`Delete the audit of ${timeOf(props.run.startedAt)}?`}
        text="Its verdict, report and findings are gone for good. The messages it exchanged stay in the inspector."
        verb="Delete"
        onConfirm={() => void remove()}
      />
    </Detail>
  );
}
