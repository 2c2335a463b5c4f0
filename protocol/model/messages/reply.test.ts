import { expect, test } from "vitest";
import { version as v16 } from "../../v16/version.ts";
import { version as v201 } from "../../v201/version.ts";
import { createState } from "../create-state.ts";
import { oneConnector } from "../testing.ts";
import { answer, incomplete } from "./reply.ts";

test.each([v16, v201])("what cannot be read is refused with the code of the version", (version) => {
  const made = createState({ description: oneConnector, settings: {}, seed: 1, version, now: 0 });
  const description = "idTag is missing or not readable.";
  expect(incomplete(made, "idTag")).toEqual({
    kind: "error",
    code: version.errorCodes.protocol,
    description,
  });
});

test("what follows an answer is not there unless something does", () => {
  expect(Object.keys(answer({}))).toEqual(["kind", "payload"]);
  const after = () => undefined;
  expect(answer({ status: "Accepted" }, after)).toEqual({
    kind: "result",
    payload: { status: "Accepted" },
    after,
  });
});
