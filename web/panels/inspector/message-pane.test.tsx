import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import type { Issue } from "../../api/frames.ts";
import { answer, frame } from "../../testing/frame.ts";
import { InApp, testApp } from "../../testing/app.tsx";
import { MessagePane } from "./message-pane.tsx";

const badEnum: Issue = {
  pointer: "/idTokenInfo/status",
  rule: "enum",
  severity: "error",
  code: "PropertyConstraintViolation",
  expected: "one of Accepted, Blocked",
  actual: '"accepted"',
  requirement: "C01.FR.02",
};
const missing: Issue = {
  pointer: "/idTokenInfo/gone",
  rule: "required",
  severity: "error",
  code: "OccurrenceConstraintViolation",
  expected: "this member",
};
const row = answer(2, 1, {
  raw: '[3,"m1",{"idTokenInfo":{"status":"accepted"}}]',
  issues: [badEnum, missing],
});

const show = (view: "formatted" | "raw", shown = row) => {
  const app = testApp({});
  app.settings.set("detailView", view);
  return render(() => (
    <InApp app={app}>
      <MessagePane row={shown} title="Response" />
    </InApp>
  ));
};

describe("MessagePane", () => {
  afterEach(cleanup);

  it("says of a cut text that it goes on, and where all of it is", async () => {
    const cut = { ...row, raw: '[3,"m1",{"data":"begin', size: 17_825_792, issues: [], cut: true as const };
    show("formatted", cut);
    const link = await screen.findByRole("link", { name: "Download it whole" });
    expect(link.getAttribute("href")).toBe(`/api/frames/${row.id}/raw`);
    expect(link.parentElement?.textContent).toMatch(/goes on: it has 1\d(\.\d)? M/);
    expect(screen.getByRole("button", { name: "Copy the beginning of the response" })).toBeTruthy();
  });

  it("puts an issue right beneath the line it is about, with rule, expected, actual, code and requirement", async () => {
    show("formatted");
    const line = (await screen.findByText('"accepted"', { selector: "[role=treeitem] *" })).closest(
      "[role=treeitem]",
    );
    expect(line?.getAttribute("data-pointer")).toBe("/idTokenInfo/status");
    expect(line?.getAttribute("data-tone")).toBe("bad");
    const note = line?.nextElementSibling;
    expect(note?.getAttribute("data-issue")).toBe("/idTokenInfo/status");
    for (const part of [
      "enum",
      "one of Accepted, Blocked",
      '"accepted"',
      "PropertyConstraintViolation",
      "C01.FR.02",
    ])
      expect(note?.textContent).toContain(part);
  });

  it("hangs the issue of a missing member on the object that lacks it", async () => {
    show("formatted");
    const line = (await screen.findAllByRole("treeitem")).find(
      (item) => item.dataset["pointer"] === "/idTokenInfo",
    );
    expect(line?.nextElementSibling?.getAttribute("data-issue")).toBe("/idTokenInfo/gone");
  });

  it("lists the issues on top and jumps to their places", async () => {
    show("formatted");
    HTMLElement.prototype.scrollIntoView = () => {};
    fireEvent.click(await screen.findByRole("button", { name: /idTokenInfo\/status/ }));
    expect(document.activeElement?.getAttribute("data-issue")).toBe("/idTokenInfo/status");
  });

  it("marks the places in the raw text and leaves the text as it was", async () => {
    show("raw");
    const mark = await screen.findByTitle("enum: expected one of Accepted, Blocked");
    expect(mark.tagName).toBe("MARK");
    expect(mark.textContent).toBe('"accepted"');
    expect(mark.closest("pre")?.textContent).toBe(row.raw);
  });

  it("explains what cannot be read, where reading stopped, and the marks", async () => {
    const raw = '[2,"m","Reset",{"type":}]';
    show("formatted", frame(1, { kind: "fault", raw, error: "not-json", marks: ["late"] }));
    expect((await screen.findByText("late")).title).toContain("time-out");
    expect(await screen.findByText("Not a frame: not-json")).toBeTruthy();
    const stop = await screen.findByTitle("Reading stopped here");
    expect(stop.closest("pre")?.textContent).toBe(raw);
  });

  it("shows a CALLERROR's code and description", async () => {
    show("formatted", frame(1, { kind: "callError", raw: '[4,"m","NotImplemented","no such action",{}]' }));
    expect(await screen.findByText("NotImplemented")).toBeTruthy();
    expect(screen.getByText("no such action")).toBeTruthy();
  });
});
