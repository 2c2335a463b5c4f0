import { For, type JSX } from "solid-js";
import { Icon } from "../elements/icon.tsx";
import { useApp } from "../context/context.tsx";

export function ToastArea(): JSX.Element {
  const app = useApp();
  return (
    <div
      aria-live="polite"
      aria-label="Messages"
      role="region"
      class="pointer-events-none fixed right-3 bottom-3 z-50 flex w-[min(24rem,calc(100vw-1.5rem))] flex-col items-end gap-2"
    >
      <For each={app.toasts.list()}>
        {(toast) => (
          <div
            data-tone={toast.tone}
            class="enter pointer-events-auto flex items-start gap-2 rounded-lg border border-line bg-surface py-2 pr-1.5 pl-3 text-xs shadow-xl data-[tone=bad]:border-bad/40"
          >
            <Icon
              name={toast.tone === "ok" ? "check" : "warning"}
              class={`mt-0.5 size-3.5 ${toast.tone === "ok" ? "text-ok" : "text-bad"}`}
            />
            <span class="min-w-0 break-words">{toast.text}</span>
            <button
              type="button"
              aria-label="Dismiss"
              class="grid size-5 shrink-0 place-items-center rounded text-ink3 hover:bg-hover hover:text-ink"
              onClick={() => app.toasts.dismiss(toast.id)}
            >
              <Icon name="close" class="size-3" />
            </button>
          </div>
        )}
      </For>
    </div>
  );
}
