import { createSignal } from "solid-js";
import type { Answer, Problem } from "../api/ask.ts";

export interface Toast {
  id: number;
  tone: "ok" | "bad";
  text: string;
}

/** How long a message stays, ms; trouble stays longer. */
const stay = { ok: 2500, bad: 8000 };

/** Short messages about what an action did; read out by screen readers. */
export function createToasts() {
  const [list, setList] = createSignal<readonly Toast[]>([]);
  let next = 0;
  const dismiss = (id: number): void => void setList((all) => all.filter((toast) => toast.id !== id));
  const show = (tone: Toast["tone"], text: string): void => {
    const id = ++next;
    setList((all) => [...all.filter((toast) => toast.text !== text), { id, tone, text }].slice(-4));
    setTimeout(() => dismiss(id), stay[tone]);
  };
  const fail = (problem: Problem): void => show("bad", problem.message);
  return {
    list,
    say: (text: string) => show("ok", text),
    fail,
    /** Waits for an action, tells its trouble if any, and returns its value. */
    async tell<T>(action: Promise<Answer<T>>, done?: string): Promise<T | undefined> {
      const answer = await action;
      if (!answer.ok) {
        fail(answer.problem);
        return undefined;
      }
      if (done !== undefined) show("ok", done);
      return answer.value;
    },
    dismiss,
  };
}
