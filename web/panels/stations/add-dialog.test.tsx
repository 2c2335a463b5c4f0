import { cleanup, fireEvent, render, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import type { Answer } from "../../api/ask.ts";
import type { Info } from "../../api/info.ts";
import type { StationDraft } from "../../api/stations.ts";
import { InApp, testApp } from "../../testing/app.tsx";
import { station } from "../../testing/station.ts";
import { AddDialog } from "./add-dialog.tsx";

const info = (): Promise<Answer<Info>> =>
  Promise.resolve({
    ok: true,
    value: {
      name: "stationmaster",
      version: "1",
      startedAt: 0,
      dialects: [
        { dialect: "1.6J", playable: true },
        { dialect: "1.6S", playable: false },
        { dialect: "2.0.1", playable: true },
      ],
      sandbox: null,
      store: {
        home: "embedded",
        path: "/data",
        version: "3",
        reason: "it is the default",
        changes: "none",
        warnings: [],
        process: null,
      },
      settings: {},
    },
  });

describe("AddDialog", () => {
  afterEach(cleanup);

  it("puts what the server says at the field it names, and adds when it is right", async () => {
    const asked: StationDraft[] = [];
    const app = testApp({
      info,
      addStation: (config) => {
        asked.push(config);
        return Promise.resolve(
          config.id === "CP-9"
            ? { ok: true, value: station("CP-9") }
            : { ok: false, problem: { code: "bad-request", message: "No blanks, please.", field: "id" } },
        );
      },
    });
    const added: string[] = [];
    render(() => (
      <InApp app={app}>
        <AddDialog open onOpenChange={() => {}} onAdded={(id) => added.push(id)} />
      </InApp>
    ));
    const field = await screen.findByLabelText("Identity");
    await waitFor(() => expect(screen.getAllByRole("option", { name: "2.0.1" })).toHaveLength(1));
    expect(screen.queryByRole("option", { name: "1.6S" })).toBeNull();
    fireEvent.input(field, { target: { value: "a b" } });
    fireEvent.click(screen.getByRole("button", { name: "Add station" }));
    expect((await screen.findByText("No blanks, please.")).getAttribute("role")).toBe("alert");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    fireEvent.input(field, { target: { value: "CP-9" } });
    fireEvent.change(screen.getByLabelText("EVSEs"), { target: { value: "3" } });
    fireEvent.change(screen.getByLabelText("Connectors"), { target: { value: "7400/1" } });
    fireEvent.click(screen.getByLabelText("Power on now and with the server"));
    fireEvent.click(screen.getByRole("button", { name: "Add station" }));
    await waitFor(() => expect(added).toEqual(["CP-9"]));
    expect(asked[1]).toMatchObject({ id: "CP-9", dialect: "2.0.1" });
    expect(asked[1]).not.toHaveProperty("url");
    expect(asked[1]?.autostart).toBe(false);
    const connector = { type: "cType2", maxPower: 7400, phases: 1 };
    expect(asked[1]?.description?.evses).toEqual([1, 2, 3].map(() => ({ connectors: [connector] })));
    expect(app.stations.ids()).toEqual(["CP-9"]);
  });
});
