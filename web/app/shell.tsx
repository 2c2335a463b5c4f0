import { A, useLocation } from "@solidjs/router";
import { For, Show, createEffect, createMemo, createSignal, onCleanup, onMount, type JSX } from "solid-js";
import { Button } from "../elements/button.tsx";
import { Icon } from "../elements/icon.tsx";
import { Menu } from "../elements/menu.tsx";
import { isTyping, onKeys } from "../keys/on-keys.ts";
import { useApp } from "../context/context.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { ServerBanner, ServerLight } from "./server-light.tsx";
import { screenAt, screens } from "./screens.ts";
import { ToastArea } from "./toast-area.tsx";

export function Shell(props: { children?: JSX.Element }): JSX.Element {
  const app = useApp();
  const [help, setHelp] = createSignal(false);
  const location = useLocation();
  const screen = createMemo(() => screenAt(location.pathname));
  const isAt = (path: string): boolean => screen()?.path === path;
  createEffect(() => {
    document.title = screen() === undefined ? "Stationmaster" : `${screen()?.name} · Stationmaster`;
  });

  const keys = onKeys("everywhere", { help: (event) => !isTyping(event) && setHelp(true) });
  onMount(() => document.addEventListener("keydown", keys));
  onCleanup(() => document.removeEventListener("keydown", keys));

  return (
    <div class="flex h-full flex-col">
      <a
        href="#main"
        class="sr-only z-50 rounded-md bg-accent-fill px-3 py-1.5 text-xs font-medium text-white focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <header class="flex h-11 shrink-0 items-center gap-1 border-b border-line bg-surface px-2 sm:gap-2 sm:px-3">
        <A
          href={screens[0].path}
          class="mr-1 flex items-center gap-2 rounded-md sm:mr-3"
          aria-label="Stationmaster, home"
        >
          <Mark />
          <span class="hidden text-sm font-semibold tracking-tight md:inline">Stationmaster</span>
        </A>
        <nav aria-label="Screens" class="flex h-full items-stretch">
          <For each={screens}>
            {(screen) => (
              <a
                href={screen.path}
                aria-current={isAt(screen.path) ? "page" : undefined}
                title={screen.name}
                class="group relative flex items-center gap-1.5 px-2 text-xs font-medium text-ink2 hover:text-ink sm:px-3 aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:rounded-full aria-[current]:after:bg-accent"
              >
                <Icon name={screen.icon} class="size-4 lg:size-3.5" />
                <span class="max-lg:sr-only sm:group-aria-[current]:not-sr-only">{screen.name}</span>
                <Show when={(screen.alert?.(app).count ?? 0) > 0}>
                  <span
                    class="rounded-full bg-warn-soft px-1.5 text-2xs leading-4 text-warn"
                    title={screen.alert?.(app).text}
                  >
                    {screen.alert?.(app).count}
                  </span>
                </Show>
              </a>
            )}
          </For>
        </nav>
        <div class="ml-auto flex items-center gap-0.5 sm:gap-1">
          <ServerLight />
          <PersonMenu />
          <ThemeMenu />
          <Button
            look="ghost"
            icon="keyboard"
            iconOnly
            class="max-sm:hidden"
            aria-label="Keyboard shortcuts"
            onClick={() => setHelp(true)}
          />
        </div>
      </header>
      <ServerBanner />
      <main id="main" tabindex="-1" class="min-h-0 grow outline-none">
        <h1 class="sr-only">{screen()?.name}</h1>
        {props.children}
      </main>
      <HelpDialog open={help()} onOpenChange={setHelp} />
      <ToastArea />
    </div>
  );
}

const themes = [
  { name: "system", label: "As the system", icon: "screen" },
  { name: "light", label: "Light", icon: "sun" },
  { name: "dark", label: "Dark", icon: "moon" },
] as const;

function ThemeMenu(): JSX.Element {
  const app = useApp();
  const theme = () => app.settings.value.theme;
  // Without a choice the page follows the system.
  createEffect(() => {
    document.documentElement.style.colorScheme = theme() === "system" ? "" : theme();
  });
  return (
    <Menu
      label={`Theme: ${theme()}`}
      icon={themes.find(({ name }) => name === theme())?.icon ?? "screen"}
      iconOnly
      look="ghost"
      items={themes.map(({ name, label, icon }) => ({
        label,
        icon,
        checked: theme() === name,
        run: () => app.settings.set("theme", name),
      }))}
    />
  );
}

/** The product's mark: a semaphore signal with a spark. */
function Mark(): JSX.Element {
  return (
    <svg class="size-6" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--color-accent-fill)" />
      <path d="M7.5 20V5" stroke="#fff" stroke-width="2" stroke-linecap="round" />
      <path d="M7.5 7.6 17.6 4.4v5.4L7.5 11.6Z" fill="#fff" />
      <path d="m14.9 12.2-3 4h2.3l-1.1 3.6 3.7-4.7h-2.5l1.6-2.9Z" fill="#ffd166" />
    </svg>
  );
}
