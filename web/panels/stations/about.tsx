import { For, type JSX } from "solid-js";
import type { StationView } from "../../api/stations.ts";

/** What a station is, in words and figures. */
export function About(props: { view: StationView }): JSX.Element {
  const facts = (): readonly (readonly [string, string])[] => [
    ["Vendor and model", `${props.view.description.vendor} ${props.view.description.model}`],
    ["Serial number", props.view.description.serialNumber ?? "–"],
    ["Firmware", props.view.description.firmwareVersion ?? "–"],
    ["CSMS", csms(props.view)],
    ["Password", props.view.hasPassword ? "set" : "none"],
    ["Powers on with the server", props.view.autostart ? "yes" : "no"],
    [
      "At a loss of power",
      props.view.onPowerLoss === "resume-transactions" ? "transactions go on later" : "transactions end",
    ],
    ["Waits for an answer", `${props.view.callTimeout} s`],
    ["TLS material", props.view.hasTls ? "set" : "none"],
    ["Compression", props.view.deflate ? "offered" : "off"],
    ["Seed", String(props.view.seed)],
  ];
  return (
    <dl class="grid max-w-xl grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-xs">
      <For each={facts()}>
        {(fact) => (
          <>
            <dt class="text-ink3">{fact[0]}</dt>
            <dd class="min-w-0 font-mono break-words">{fact[1]}</dd>
          </>
        )}
      </For>
    </dl>
  );
}

function csms({ url, target, process }: StationView): string {
  if (url !== "sandbox") return target;
  return process === undefined ? `${target} (built-in sandbox)` : "the built-in sandbox of its process";
}
