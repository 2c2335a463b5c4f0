import { Popover } from "@kobalte/core/popover";
import { Show, createSignal, type JSX } from "solid-js";
import { Button } from "../elements/button.tsx";
import { TextField } from "../elements/field.tsx";
import { Icon } from "../elements/icon.tsx";
import { personName } from "../text/person-name.ts";
import { useApp } from "./context.tsx";

/** Where one says who one is: the name goes into the history with every change that is made here. */
export function PersonMenu(): JSX.Element {
  const app = useApp();
  const [open, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal("");
  const [problem, setProblem] = createSignal<string>();
  const name = (): string => app.settings.value.person;
  const word = (): string => (name() === "" ? "Give your name" : `You are ${name()}`);

  const show = (wanted: boolean): void => {
    setTyped(name());
    setProblem(undefined);
    setOpen(wanted);
  };
  const keep = (value: string): void => {
    app.settings.set("person", value);
    setOpen(false);
    app.toasts.say(value === "" ? "Your changes go without a name" : `Your changes go under ${value}`);
  };
  const save = (): void => {
    const given = personName(typed());
    if (given !== null) keep(given);
    else if (typed().trim() === "") keep("");
    else setProblem("At most 100 printable characters.");
  };

  return (
    <Popover placement="bottom-end" gutter={6} open={open()} onOpenChange={show}>
      <Popover.Trigger
        aria-label={word()}
        title={word()}
        class="inline-flex h-7 min-w-7 items-center justify-center gap-1.5 rounded-md px-1.5 text-2xs font-medium whitespace-nowrap text-ink2 hover:bg-hover hover:text-ink data-expanded:bg-hover"
      >
        <Icon name="person" class="size-3.5" />
        <Show when={name()}>
          <span class="hidden max-w-32 truncate xl:inline">{name()}</span>
        </Show>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Your name"
          class="enter z-50 w-[min(20rem,calc(100vw-1rem))] rounded-lg border border-line bg-surface p-3 shadow-xl outline-none"
        >
          <form
            class="grid gap-2.5"
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TextField
              label="Your name"
              name="person"
              autocomplete="name"
              placeholder="Without one, changes are by “api”"
              hint="The history shows it with what you change here. It is a note, not a login; this browser remembers it."
              problem={problem()}
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <div class="flex justify-end gap-2">
              <Show when={name() !== ""}>
                <Button look="ghost" onClick={() => keep("")}>
                  Forget it
                </Button>
              </Show>
              <Button look="primary" type="submit">
                Save
              </Button>
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}
