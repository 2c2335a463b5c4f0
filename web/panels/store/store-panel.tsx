import { For, Show, type JSX } from "solid-js";
import type { Health } from "../../api/info.ts";
import { useApp } from "../../context/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Icon } from "../../elements/icon.tsx";
import { bytes, count, counted, duration, latency } from "../../text/units.ts";

const changes: Record<Health["home"]["changes"], string> = {
  none: "none: the store is this process's alone",
  pushed: "at once (change streams)",
  polled: "asked for now and then: this server has no change streams",
};

/** Where what is recorded goes, how far it came, and what waits. */
export function StorePanel(): JSX.Element {
  const app = useApp();
  return (
    <Show
      when={app.store.health()}
      fallback={<p class="p-3 text-xs text-ink3">The server has not said yet how its store is.</p>}
    >
      {(health) => (
        <div class="grid gap-3 p-3 text-xs">
          <Verdict health={health()} />
          <dl class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
            <Fact name="Home">
              {health().home.kind === "embedded" ? "embedded, SQLite" : "MongoDB"} {health().home.version}
            </Fact>
            <Fact name="Place">
              <code class="font-mono text-2xs break-all">{health().home.place}</code>
            </Fact>
            <Show when={app.store.info()?.store.reason}>
              {(reason) => <Fact name="Because">{reason()}</Fact>}
            </Show>
            <Fact name="Changes of others">{changes[health().home.changes]}</Fact>
            <Show when={app.store.info()?.store.process}>
              {(name) => <Fact name="This process">{name()}</Fact>}
            </Show>
            <Fact name="A kill may lose">{risk(health())}</Fact>
            <Fact name="Until durable">
              {health().journal.lag.max === 0
                ? "nothing in the last minute"
                : `95 % in ${latency(health().journal.lag.p95)}, at most ${latency(health().journal.lag.max)}`}
            </Fact>
            <Fact name="Since the start">
              {count(health().journal.stored)} stored, {count(health().journal.pending)} waiting
            </Fact>
          </dl>
          <Spool health={health()} />
          <Show when={health().home.warnings.length > 0}>
            <ul aria-label="Warnings" class="grid gap-1.5 border-t border-line pt-2.5">
              <For each={health().home.warnings}>
                {(warning) => (
                  <li class="flex gap-1.5 text-ink2">
                    <Icon name="warning" class="mt-0.5 size-3.5 text-warn" />
                    <span class="min-w-0 break-words">{warning}</span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      )}
    </Show>
  );
}

function Verdict(props: { health: Health }): JSX.Element {
  const app = useApp();
  const words = (): Record<Health["status"], string> => ({
    ok: "all is well",
    degraded: app.store.standing().word !== "Spool damaged" ? "safe, but away" : "look at the spool",
    failing: "needs a person",
  });
  const tones = { ok: "ok", degraded: "warn", failing: "bad" } as const;
  return (
    <div>
      <p class="flex items-center gap-2 text-sm font-semibold">
        Store
        <Badge tone={tones[props.health.status]}>{words()[props.health.status]}</Badge>
      </p>
      <Show when={app.store.standing().text}>{(text) => <p class="mt-1 break-words">{text()}</p>}</Show>
      <Show when={app.store.standing().advice}>
        {(advice) => <p class="mt-1 break-words text-ink2">{advice()}</p>}
      </Show>
    </div>
  );
}

function Spool(props: { health: Health }): JSX.Element {
  const app = useApp();
  const spool = () => props.health.journal.spool;
  const share = (): number => {
    const own = spool();
    return own === null ? 0 : Math.min(1, own.bytes / own.limit);
  };
  return (
    <Show
      when={spool()}
      fallback={<p class="text-ink2">There is no spool: what the store does not take waits in memory.</p>}
    >
      {(own) => (
        <div>
          <p class="mb-1 flex justify-between gap-3">
            <span class="text-ink3">Spool on disk</span>
            <span class="text-ink2">
              {own().records === 0 ? "empty" : counted(own().records, "message")} · {bytes(own().bytes)} of{" "}
              {bytes(own().limit)}
            </span>
          </p>
          <div
            role="meter"
            aria-label="Fill of the spool"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share() * 100)}
            class="h-1.5 overflow-hidden rounded-full bg-raised"
          >
            <div
              class={`h-full rounded-full ${share() >= 0.9 ? "bg-bad" : own().records > 0 ? "bg-warn" : "bg-ok"}`}
              style={{ width: `${Math.max(share() * 100, own().records > 0 ? 1.5 : 0)}%` }}
            />
          </div>
          <Show when={own().oldestAt}>
            {(at) => (
              <p class="mt-1 text-2xs text-ink3">the oldest waits for {duration(Date.now() - at())}</p>
            )}
          </Show>
          <Show when={own().problem}>{(problem) => <p class="mt-1 text-bad">{problem()}</p>}</Show>
          <Show when={own().notice !== app.store.standing().text && own().notice}>
            {(notice) => <p class="mt-1 break-words text-warn">{notice()}</p>}
          </Show>
        </div>
      )}
    </Show>
  );
}

/** What a kill of the process may lose now, by the promise and by what was seen. */
function risk({ journal }: Health): string {
  const { unsafe, durability, window, lag } = journal;
  if (unsafe > 0) return `${counted(unsafe, "message")} in memory only`;
  if (durability === "every-frame") return "nothing: each message is on disk first";
  if (window === null) return "what the store has not taken yet";
  const longest = Math.max(window, lag.max);
  const late =
    lag.max > window ? `: the window is ${latency(window)}, but it took longer in the last minute` : "";
  return `at most ${latency(longest)} of messages${late}`;
}

function Fact(props: { name: string; children: JSX.Element }): JSX.Element {
  return (
    <>
      <dt class="text-ink3">{props.name}</dt>
      <dd class="min-w-0 break-words">{props.children}</dd>
    </>
  );
}
