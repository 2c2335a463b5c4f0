import { cleanup, fireEvent, render, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, it } from "vitest";
import { InApp, testApp } from "../../testing/app.tsx";
import { OutcomeList } from "./outcome-list.tsx";

afterEach(cleanup);

it("lets a person copy out of an outcome, and says so when the browser refuses", async () => {
  const app = testApp({});
  const outcome = { kind: "result" as const, payload: { status: "Accepted" } };
  render(() => (
    <InApp app={app}>
      <OutcomeList sent={[{ at: 0, station: "CP-1", action: "Reset", outcome, took: 5 }]} />
    </InApp>
  ));
  fireEvent.keyDown(await screen.findByRole("treeitem", { name: /status/ }), { key: "c" });
  await waitFor(() => expect(app.toasts.list()).toMatchObject([{ text: "The browser did not let us copy" }]));
  const copied: string[] = [];
  Object.assign(navigator, {
    clipboard: {
      writeText: (text: string) => {
        copied.push(text);
        return Promise.resolve();
      },
    },
  });
  fireEvent.keyDown(screen.getByRole("treeitem", { name: /status/ }), { key: "c" });
  await waitFor(() => expect(app.toasts.list()).toMatchObject([{}, { text: "Copied the value" }]));
  expect(copied).toEqual(["Accepted"]);
});
