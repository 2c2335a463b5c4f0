import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import type { Outcome } from "../messages/event.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue, DialogueOptions } from "../testing.ts";

const { here, token } = v16;
const named = (idToken: string) => ({ ...token, idToken });
const status = (d: Dialogue) => d.station.snapshot(d.now).connectors[0]?.status;

describe("asked about", () => {
  test.each(["Invalid", "Expired", "Blocked", "ConcurrentTx"])(
    "1.6: a token that is %s starts nothing (TC_023)",
    (word) => {
      const d = v16.booted({ answers: { Authorize: { idTagInfo: { status: word } } } });
      d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
      expect(d.heard(v16.words)).toEqual(["Status 1 Preparing", "Authorize"]);
      expect(d.notices()).toEqual([`Token VALID-TOKEN is refused: ${word}.`]);
    },
  );

  test.each(["Invalid", "Unknown", "Blocked"])(
    "2.0.1: nor does one that is %s (TC_C_02, TC_C_06)",
    (word) => {
      const d = v201.booted({ answers: { Authorize: { idTokenInfo: { status: word } } } });
      expect(d.do({ kind: "present-token", token }).heard(v201.words)).toEqual(["Authorize"]);
    },
  );

  test.each<[string, Outcome]>([
    ["an error", { kind: "error", code: "InternalError", description: "", details: {} }],
    ["no answer in time", { kind: "timeout" }],
    ["an answer that cannot be read", { kind: "invalid", text: "idTagInfo" }],
    ["an answer that says nothing", { kind: "result", payload: {} }],
  ])("%s is no permission", (_, Authorize) => {
    const d = v16.booted({ answers: { Authorize } }).do({ kind: "plug-in", ...here });
    d.do({ kind: "present-token", token });
    expect(status(d)).toBe("Preparing");
  });

  test("with LocalPreAuthorize not about one that is known (TC_007, 1.6 C §3.5.1)", () => {
    const d = v16.booted({ settings: { LocalPreAuthorize: "true" } });
    d.do({ kind: "present-token", token }).do({ kind: "present-token", token }).clear();
    d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
    expect(d.heard(v16.words)).toEqual(["Status 1 Preparing", "Start 1 VALID-TOKEN", "Status 1 Charging"]);
  });
});

describe.each([
  ["1.6 (1.6 C §3.5)", v16.booted, "LocalAuthorizeOffline", "AllowOfflineTxForUnknownId"],
  ["2.0.1 (C15)", v201.booted, "AuthCtrlr.LocalAuthorizeOffline", "AuthCtrlr.OfflineTxForUnknownIdEnabled"],
] as const)("when the CSMS cannot be asked, %s", (_, booted, knownKey, unknownKey) => {
  const answers: DialogueOptions["answers"] = {
    Authorize: (payload) => {
      const word = JSON.stringify(payload).includes("BAD") ? "Blocked" : "Accepted";
      return { idTagInfo: { status: word }, idTokenInfo: { status: word } };
    },
  };

  test.each([
    ["GOOD", "true", "false", "Charging"],
    ["GOOD", "false", "false", "Preparing"],
    ["GOOD", "true", "true", "Charging"],
    ["BAD", "true", "false", "Preparing"],
    ["BAD", "true", "true", "Preparing"],
    ["STRANGER", "true", "false", "Preparing"],
    ["STRANGER", "true", "true", "Charging"],
    ["STRANGER", "false", "true", "Charging"],
  ])("%s, known ones %s, strangers %s: %s", (idToken, known, unknown, expected) => {
    const d = booted({ answers, settings: { [knownKey]: known, [unknownKey]: unknown } });
    // Shown twice, so that the good one's authorization is taken back; now both are known.
    for (const each of ["GOOD", "GOOD", "BAD"]) d.do({ kind: "present-token", token: named(each) });
    d.do({ kind: "plug-in", ...here })
      .do({ kind: "drop-link" })
      .clear();
    d.do({ kind: "present-token", token: named(idToken) });
    expect(status(d)).toBe(expected);
    const refusal = `Token ${idToken} is refused: the CSMS cannot be asked.`;
    expect(d.notices().includes(refusal)).toBe(expected === "Preparing");
  });

  test("also when the link breaks over the question", () => {
    const d = booted({ answers, settings: { [unknownKey]: "true" } }).do({ kind: "plug-in", ...here });
    d.withheld.add("Authorize");
    d.do({ kind: "present-token", token: named("STRANGER") });
    expect(status(d)).toBe("Preparing");
    expect(status(d.cut())).toBe("Charging");
  });
});

describe("a token stops", () => {
  test("what it has started, unasked, in whatever case it is written (1.6 C §4.1, C01.FR.03, Part 2 §2.1.4)", () => {
    const d = v16.charging().do({ kind: "present-token", token: named("valid-token") });
    expect(d.heard(v16.words)).toEqual(["Stop 1 Local", "Status 1 Finishing"]);
    expect(d.said[0]?.payload["idTag"]).toBe("valid-token");
  });

  test.each<[string, (options: Partial<DialogueOptions>) => Dialogue, string]>([
    ["1.6 (1.6 C §3.10)", v16.booted, "Stop 7 Local"],
    ["2.0.1 (C09.FR.02)", v201.booted, "Ended StopAuthorized EVConnected Local +token"],
  ])("what one of its group has started, and nobody else's: %s", (_, booted, stop) => {
    const info = (payload: object) => {
      const group = JSON.stringify(payload).includes("FOREIGN") ? "OTHERS" : "FAMILY";
      return {
        idTagInfo: { status: "Accepted", parentIdTag: group },
        idTokenInfo: { status: "Accepted", groupIdToken: { idToken: group, type: "Central" } },
      };
    };
    const answers = {
      Authorize: info,
      StartTransaction: { transactionId: 7, idTagInfo: { status: "Accepted" } },
    };
    const d = booted({ answers }).do({ kind: "plug-in", ...here });
    d.do({ kind: "present-token", token: named("A") }).clear();
    const words = _.startsWith("1.6") ? v16.words : v201.words;
    d.do({ kind: "present-token", token: named("FOREIGN") });
    expect(d.heard(words)).toEqual(["Authorize"]);
    d.clear().do({ kind: "present-token", token: named("B") });
    expect(d.heard(words).slice(0, 2)).toEqual(["Authorize", stop]);
  });
});

describe("where it is for", () => {
  test("the EVSE whose cable came last, unless it is shown at another (C01)", () => {
    const d = v16.booted({ description: twoConnectors });
    for (const evse of [2, 1]) d.do({ kind: "plug-in", evse, connector: 1 });
    d.do({ kind: "present-token", token, evse: 2 }).do({ kind: "present-token", token: named("NEXT") });
    expect(d.heard(v16.words).filter((each) => each.startsWith("Start"))).toEqual([
      "Start 2 VALID-TOKEN",
      "Start 1 NEXT",
    ]);
  });

  test("nowhere, if all is taken, out of order, or not there", () => {
    const d = v16.charging().do({ kind: "present-token", token: named("NEXT") });
    d.do({ kind: "present-token", token, evse: 9 });
    const broken = v16
      .booted()
      .do({ kind: "fault", ...here })
      .clear()
      .do({ kind: "present-token", token });
    const off = v16.dialogue().do({ kind: "present-token", token });
    expect([d, broken, off].map((each) => each.notices())).toEqual([
      ["Token NEXT is good, but no EVSE is free.", "There is no EVSE 9."],
      ["Token VALID-TOKEN is good, but no EVSE is free."],
      ["The reader is dead: the station is off."],
    ]);
  });
});
