import { chromium, type Browser } from "playwright-core";

/** The system's Chromium, without what it would do of its own accord: one for all who need it at a time. */
export interface BorrowedBrowser {
  /** Starts it, unless it runs already. */
  open(): Promise<Browser>;
  /** The last one who gives it back ends it. */
  giveBack(): Promise<void>;
}

let running: Promise<Browser> | undefined;
let borrowers = 0;

export function borrowBrowser(): BorrowedBrowser {
  borrowers += 1;
  return {
    open: () => (running ??= launch()),
    async giveBack() {
      borrowers -= 1;
      if (borrowers > 0) return;
      const last = running;
      running = undefined;
      await (await last)?.close();
    },
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
