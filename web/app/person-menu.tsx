import { Show, createSignal, type JSX } from "solid-js";
import { Button } from "../elements/button.tsx";
import { Field } from "../elements/field.tsx";
import { Icon } from "../elements/icon.tsx";
import { Popover } from "../elements/popover.tsx";
import { personName } from "../text/person-name.ts";
import { useApp } from "../context/context.tsx";

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
    <Popover
      label="Your name"
      look="ghost"
      buttonLabel={word()}
      title={word()}
      button={
        <>
          <Icon name="person" class="size-3.5" />
          <Show when={name()}>
            <span class="hidden max-w-32 truncate xl:inline">{name()}</span>
          </Show>
        </>
      }
      open={open()}
      onOpenChange={show}
      class="w-[min(20rem,calc(100vw-1rem))] p-3"
    >
      <form
        class="grid gap-2.5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label="Your name"
          name="person"
          autocomplete="name"
          placeholder="Without one, changes are by “api”"
          hint="The history shows it with what you change here. It is a note, not a login; this browser remembers it."
          problem={problem()}
          value={typed()}
          onInput={setTyped}
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
    </Popover>
  );
}
