import type { JSX } from "solid-js";
import { Button } from "../../elements/button.tsx";
import { PickMenu, type Option } from "../../elements/pick-menu.tsx";
import { Segmented } from "../../elements/segmented.tsx";
import type { Control } from "../../query/filters.ts";

/** What sets one filter, by the texts of its parameter. */
export function FilterControl(props: {
  control: Control;
  texts: readonly string[];
  /** What there is to pick from. */
  known: (what: "stations" | "actions") => readonly Option[];
  onChange: (texts: string[]) => void;
}): JSX.Element {
  const on = (): boolean => props.texts.length > 0;
  // A filter keeps its kind of control.
  const { control } = props;
  switch (control.kind) {
    case "pick":
      return (
        <PickMenu
          label={control.label}
          options={
            typeof control.options === "string"
              ? props.known(control.options)
              : control.options.map((value) => ({ value }))
          }
          chosen={props.texts}
          free={control.free ?? false}
          onChange={(chosen) => props.onChange(chosen)}
        />
      );
    case "choice":
      return (
        <Segmented
          label={control.label}
          value={props.texts[0] ?? ""}
          choices={control.choices}
          onPick={(text) => props.onChange(text === "" ? [] : [text])}
        />
      );
    case "switch":
      return (
        <Button
          icon={control.icon}
          aria-pressed={on()}
          class={on() ? "border-bad! bg-bad-soft! text-bad" : ""}
          onClick={() => props.onChange(on() ? [] : ["true"])}
        >
          {control.label}
        </Button>
      );
    default:
      return control satisfies never;
  }
}
