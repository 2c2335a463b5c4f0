import { copyText } from "../elements/copy.ts";
import { useApp } from "./context.tsx";

/** Copies a text and says what was copied (`value`, `path`, …), or that the browser refused. */
export function useCopy(): (what: string, text: string) => void {
  const { toasts } = useApp();
  return (what, text) =>
    void copyText(text).then((done) =>
      toasts.say(done ? `Copied the ${what}` : "The browser did not let us copy"),
    );
}
