import { createSignal, onCleanup } from "solid-js";
import type { Answer, Problem } from "../api/ask.ts";
import type { Api } from "../api/client.ts";
import type { SandboxView } from "../api/sandbox.ts";
import type { Live } from "./live.ts";

/** The built-in CSMS as the server tells it. */
export function createSandbox(parts: { api: Pick<Api, "sandbox" | "misbehave">; live: Pick<Live, "on"> }) {
  const [view, setView] = createSignal<SandboxView | null>(null);
  const [problem, setProblem] = createSignal<Problem | null>(null);
  onCleanup(
    parts.live.on((message) => {
      if (message.type === "sandbox") setView(message.view);
    }),
  );
  /** Names of the misbehaviours that are on. */
  const active = (): string[] =>
    (view()?.misbehaviours ?? []).filter((item) => item.active).map((item) => item.name);

  async function load(): Promise<void> {
    const answer = await parts.api.sandbox();
    if (answer.ok) setView(answer.value);
    setProblem(answer.ok ? null : answer.problem);
  }

  async function misbehave(names: string[]): Promise<Answer<unknown>> {
    const answer = await parts.api.misbehave(names);
    await load();
    return answer;
  }

  return {
    view,
    problem,
    active,
    load,
    toggle: (name: string, on: boolean) =>
      misbehave(on ? [...active(), name] : active().filter((other) => other !== name)),
    allOff: () => misbehave([]),
  };
}
