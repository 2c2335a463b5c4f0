import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";

test("1.6: unlocking ends the transaction (1.6 C §5.18), there is no lock where there is no connector (CE §3.36)", () => {
  const d = v16.charging();
  expect(d.ask("UnlockConnector", { connectorId: 5 })).toEqual({ payload: { status: "NotSupported" } });
  expect(d.ask("UnlockConnector", { connectorId: 1 })).toEqual({ payload: { status: "Unlocked" } });
  expect(d.heard(v16.words)).toEqual(["Stop 1 UnlockCommand", "Status 1 Finishing"]);
});

test("2.0.1: it does not interrupt (F05.FR.02-06)", () => {
  const d = v201.charging({ description: twoConnectors });
  const unlock = (evseId: number, connectorId = 1) => d.ask("UnlockConnector", { evseId, connectorId });
  expect(unlock(1)).toEqual({ payload: { status: "OngoingAuthorizedTransaction" } });
  expect(unlock(2)).toEqual({ payload: { status: "Unlocked" } });
  expect(unlock(2, 2)).toEqual({ payload: { status: "UnknownConnector" } });
  expect(unlock(3)).toEqual({ payload: { status: "UnknownConnector" } });
  expect(d.heard(v201.words)).toEqual([]);
});
