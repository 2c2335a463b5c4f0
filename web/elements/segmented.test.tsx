import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { afterEach, describe, expect, it } from "vitest";
import { Segmented } from "./segmented.tsx";

describe("Segmented", () => {
  afterEach(cleanup);

  it("is a radio group that arrow keys move through, around the end", () => {
    const [value, setValue] = createSignal<"off" | "report" | "enforce">("report");
    render(() => (
      <Segmented
        label="Policy"
        value={value()}
        choices={(["off", "report", "enforce"] as const).map((name) => ({ value: name, label: name }))}
        onPick={setValue}
      />
    ));
    const group = screen.getByRole("radiogroup", { name: "Policy" });
    fireEvent.keyDown(group, { key: "ArrowRight" });
    expect(value()).toBe("enforce");
    fireEvent.keyDown(group, { key: "ArrowRight" });
    expect(value()).toBe("off");
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "off" }));
    fireEvent.click(screen.getByRole("radio", { name: "report" }));
    expect(screen.getByRole("radio", { name: "report" }).getAttribute("aria-checked")).toBe("true");
  });
});
