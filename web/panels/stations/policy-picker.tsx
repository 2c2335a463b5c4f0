import { For, type JSX } from "solid-js";
import type { Policy } from "../../../protocol/validate/issue.ts";
import type { StationView } from "../../api/stations.ts";
import { useApp } from "../../context/context.tsx";
import { Segmented, type Choice } from "../../elements/segmented.tsx";

const choices: readonly Choice<Policy>[] = [
  { value: "off", label: "Off", title: "Not looked at" },
  { value: "report", label: "Report", title: "Issues are noted at the message, nothing is refused" },
  {
    value: "enforce",
    label: "Enforce",
    title: "Invalid messages are refused with the error code of the version",
  },
];

const directions = [
  ["in", "Validate ← CSMS", "Validate what the CSMS sends"],
  ["out", "Validate → CSMS", "Validate what the station sends"],
] as const;

/** How strictly messages are validated, per direction as seen from the station. */
export function PolicyPicker(props: { view: StationView }): JSX.Element {
  const app = useApp();
  const set = async (change: { in?: Policy; out?: Policy }): Promise<void> => {
    const view = await app.toasts.tell(
      app.api.policies(props.view.id, { ...props.view.policies, ...change }),
    );
    if (view !== undefined) app.stations.put(view);
  };
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-1.5" data-policies>
      <For each={directions}>
        {([direction, short, label]) => (
          <div class="flex items-center gap-2 text-2xs font-medium text-ink3">
            {short}
            <Segmented
              label={label}
              value={props.view.policies[direction]}
              choices={choices}
              onPick={(value) => void set({ [direction]: value })}
            />
          </div>
        )}
      </For>
    </div>
  );
}
