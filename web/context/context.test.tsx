import { render } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { useApp } from "./context.tsx";

it("says its name when it is used outside of its provider", () => {
  const Lost = () => <p>{useApp().live.status()}</p>;
  expect(() => render(() => <Lost />)).toThrow("useApp: no AppProvider");
});
