import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSpans } from "./json-spans.ts";
import { maskFrame, maskRaw } from "./mask.ts";
import { frameMaker } from "../store/contract/samples.ts";

const secret = "s3cr3t-0123456789";

describe("masking", () => {
  it.each([
    [
      "1.6 ChangeConfiguration",
      `[2,"1","ChangeConfiguration", {"key" :"AuthorizationKey","value":"${secret}"}]`,
    ],
    ["1.6 in another case", `[2,"1","ChangeConfiguration",{"value":"${secret}","key":"authorizationkey"}]`],
    [
      "1.6 GetConfiguration's answer",
      `[3,"1",{"configurationKey":[{"key":"A","readonly":false,"value":"1"},{"key":"AuthorizationKey","value":"${secret}"}]}]`,
    ],
    [
      "2.x SetVariables",
      `[2,"1","SetVariables",{"setVariableData":[{"attributeValue":"${secret}","component":{"name":"SecurityCtrlr"},"variable":{"name":"BasicAuthPassword"}}]}]`,
    ],
    [
      "2.x GetVariables' answer",
      `[3,"1",{"getVariableResult":[{"attributeStatus":"Accepted","component":{"name":"SecurityCtrlr"},"variable":{"name":"BasicAuthPassword"},"attributeValue":"${secret}"}]}]`,
    ],
    [
      "2.x NotifyReport",
      `[2,"1","NotifyReport",{"reportData":[{"variable":{"name":"BasicAuthPassword"},"variableAttribute":[{"type":"Actual","value":"${secret}"}]}]}]`,
    ],
    [
      "2.x network profile",
      `[2,"1","SetNetworkProfile",{"connectionData":{"apn":{"apnPassword":"${secret}"}}}]`,
    ],
    ["a name behind escapes", `[2,"1","X",{"\\u006bey":"\\u0041uthorizationKey","value":"${secret}"}]`],
  ])("hides the secret of %s and nothing else", (_, raw) => {
    expect(maskRaw(raw)).toBe(raw.replace(secret, "***"));
  });

  it("hides every one of members with the same name", () => {
    const raw = `{"key":"AuthorizationKey","key":"x","value":"${secret}","value":"${secret}"}`;
    expect(maskRaw(raw)).toBe(raw.replaceAll(secret, "***"));
  });

  it("hides passwords in URLs", () => {
    expect(maskRaw('[2,"1","UpdateFirmware",{"location":"ftp://user:pass@host/x"}]')).toBe(
      '[2,"1","UpdateFirmware",{"location":"ftp://user:***@host/x"}]',
    );
  });

  it("hides what may be a secret where the text is not JSON", () => {
    const raw = `[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"${secret}`;
    expect(maskRaw(raw)).not.toContain(secret);
  });

  it.each([
    '[2,"1","ChangeConfiguration",{"key":"HeartbeatInterval","value":"30"}]',
    '[2,"1","GetConfiguration",{"key":["AuthorizationKey"]}]',
    '[3,"1",{"configurationKey":[{"key":"AuthorizationKey","readonly":false}]}]',
    '[2,"1","X", { "__proto__" : {"a":"\\u00e9"} , "password": 5 }]',
    "not json, password",
    "",
  ])("leaves %s as it is", (raw) => {
    expect(maskRaw(raw)).toBe(raw);
  });

  it("keeps deep nesting from harming anyone", () => {
    const raw = `${"[".repeat(100_000)}"password"${"]".repeat(100_000)}`;
    expect(maskRaw(raw)).toBe(raw);
  });

  it("masks what issues quote, and returns the same object when there is nothing to mask", () => {
    const frame = frameMaker();
    const raw = `[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"${secret}"}]`;
    const issue = {
      pointer: "/value",
      rule: "maxLength",
      severity: "error" as const,
      code: "X",
      expected: "short",
    };
    const masked = maskFrame(frame({ raw, issues: [{ ...issue, actual: secret }, issue] }));
    expect(JSON.stringify(masked)).not.toContain(secret);
    const plain = frame();
    expect(maskFrame(plain)).toBe(plain);
  });
});

describe("the places of JSON values", () => {
  it("are right for any JSON text", () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const span = readSpans(text);
        expect(span === null ? null : JSON.parse(text.slice(span.start, span.end))).toEqual(JSON.parse(text));
        for (const { name, value } of span?.members ?? [])
          expect(JSON.parse(text.slice(value.start, value.end))).toEqual(
            new Map(Object.entries(JSON.parse(text) as object)).get(name),
          );
      }),
      { seed: 11 },
    );
  });
});
