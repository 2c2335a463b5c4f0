import { expect, test } from "vitest";
import { objects } from "../../payload/read.ts";
import { twoConnectors } from "../../model/testing.ts";
import { booted } from "../testing.ts";

test("known keys in whatever case, unknown ones apart, and no secrets (1.6 C §5.8)", () => {
  const d = booted({ description: twoConnectors });
  const key = ["heartbeatINTERVAL", "Nope", "AuthorizationKey", "NumberOfConnectors", "__proto__"];
  expect(d.ask("GetConfiguration", { key })).toEqual({
    payload: {
      configurationKey: [
        { key: "HeartbeatInterval", readonly: false, value: "300" },
        { key: "AuthorizationKey", readonly: false },
        { key: "NumberOfConnectors", readonly: true, value: "2" },
      ],
      unknownKey: ["Nope", "__proto__"],
    },
  });
});

test.each([[{}], [{ key: [] }], [{ key: [5] }]])("without keys all are meant: %o", (payload) => {
  const reply = booted().ask("GetConfiguration", payload);
  const keys = reply && "payload" in reply ? objects(reply.payload, "configurationKey") : [];
  expect(keys.length).toBeGreaterThan(25);
  expect(keys.map((each) => each["key"])).toContain("SupportedFeatureProfiles");
});

test("only unknown keys: nothing but these, cut to what may be said", () => {
  const reply = booted().ask("GetConfiguration", { key: ["x".repeat(60)] });
  expect(reply).toEqual({ payload: { unknownKey: ["x".repeat(50)] } });
});
