import { cleanup, fireEvent, render, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { dialectEntry } from "../../../protocol/dialect.ts";
import type { Outcome } from "../../api/sandbox.ts";
import { InApp, testApp } from "../../testing/app.tsx";
import { MessageForm } from "./message-form.tsx";

const accepted: Outcome = { kind: "result", payload: { status: "Accepted" } };

describe("MessageForm", () => {
  afterEach(cleanup);

  it.each([
    ["csms", "RequestStartTransaction", "BootNotification", accepted, "Accepted"],
    ["station", "BootNotification", "RequestStartTransaction", null, "Sent"],
  ] as const)(
    "offers what a %s may send, begins with %s, and tells what became of it",
    async (sender, own, other, outcome, word) => {
      const sent: { action: string; payload: unknown }[] = [];
      render(() => (
        <InApp app={testApp({})}>
          <MessageForm
            station={{ id: "CP-1", dialect: "2.0.1" }}
            sender={sender}
            send={(action, payload) => {
              sent.push({ action, payload });
              return Promise.resolve({ ok: true, value: outcome });
            }}
          />
        </InApp>
      ));
      await waitFor(() => expect(screen.getAllByRole("option").length).toBeGreaterThan(10));
      const names = screen.getAllByRole("option").map((option) => option.textContent);
      expect(names).toContain(own);
      expect(names).toContain("DataTransfer");
      expect(names).not.toContain(other);
      await screen.findByText("Valid for 2.0.1");
      fireEvent.click(screen.getByRole("button", { name: "Send" }));
      await screen.findByText(word);
      expect(sent.map(({ action }) => action)).toEqual([own]);
      expect(dialectEntry("2.0.1").validator().request(own, sent[0]?.payload)).toEqual([]);
    },
  );
});
