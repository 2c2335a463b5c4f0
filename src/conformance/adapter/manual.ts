import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { noAdapter } from "./none.ts";
import type { CsmsAdapter } from "./adapter.ts";

/** How long a person gets, ms. */
const patience = 120_000;

export interface Terminal {
  input: Readable & { isTTY?: boolean };
  output: Writable;
}

/** A person at the terminal does it; without a terminal nobody can. */
export function manualAdapter(
  terminal: Terminal = { input: process.stdin, output: process.stdout },
): CsmsAdapter {
  if (terminal.input.isTTY !== true) return noAdapter;
  const confirm = async (text: string): Promise<string | null> => {
    const lines = createInterface({ input: terminal.input, output: terminal.output });
    const controller = new AbortController();
    const left = countdown(terminal.output, controller);
    try {
      const answer = await lines.question(`\n${text}\nEnter when done, s to skip. `, {
        signal: controller.signal,
      });
      return answer.trim().toLowerCase() === "s" ? "Skipped by the operator." : null;
    } catch {
      return `The operator did not answer within ${patience / 1000} s.`;
    } finally {
      clearInterval(left);
      lines.close();
    }
  };
  return {
    name: "manual",
    patience,
    cause(_station, ask) {
      // The request itself tells that it was done; no key has to be pressed.
      terminal.output.write(
        `\nMake the CSMS send ${ask.action} ${JSON.stringify(ask.payload)} to the station (${ask.why}). ` +
          `Waiting up to ${patience / 1000} s.\n`,
      );
      return Promise.resolve(null);
    },
    arrangeBoot: (station, statuses) =>
      confirm(
        `Set up the CSMS so that it answers the next boot of ${station} with ${statuses.join(", then ")}, then Accepted.`,
      ),
  };
}

function countdown(output: Writable, controller: AbortController): NodeJS.Timeout {
  let left = patience / 1000;
  return setInterval(() => {
    left -= 1;
    if (left <= 0) controller.abort();
    else if (left % 10 === 0) output.write(`(${left} s left) `);
  }, 1000);
}
