import { expect, test } from "vitest";
import { readAddress, variableKey, variableName } from "./variable.ts";

const at = (component: object, variable: object) => ({ component, variable });

test.each([
  [at({ name: "A" }, { name: "B" }), "A.B", "a.b"],
  [at({ name: "A", instance: "X" }, { name: "B", instance: "Y" }), "A[X].B[Y]", "a[x].b[y]"],
  [at({ name: "A", evse: { id: 1 } }, { name: "B" }), "A.B", "a@1.0.b"],
  [at({ name: "A", evse: { id: 1, connectorId: 2 } }, { name: "B" }), "A.B", "a@1.2.b"],
])("%o is %s", (address, name, key) => {
  const read = readAddress(address);
  expect(read).toEqual(address);
  expect(read && [variableName(read), variableKey(read)]).toEqual([name, key]);
});

test("an empty instance is none (B06.FR.15), and what is no member is left out", () => {
  const address = at({ name: "A", instance: "", evse: { id: "1" }, colour: "red" }, { name: "B" });
  expect(readAddress(address)).toEqual(at({ name: "A" }, { name: "B" }));
});

test.each([
  [{}],
  [at({ name: "A" }, {})],
  [at([], { name: "B" })],
  [at({ name: "A" }, { name: 5 })],
  [at({ name: "A".repeat(51) }, { name: "B" })],
  [at({ name: "A" }, { name: "B", instance: "😀".repeat(51) })],
])("%o would make the answer as wrong as the request", (address) => {
  expect(readAddress(address)).toBeUndefined();
});

test("50 characters of two units each are not too long", () => {
  expect(readAddress(at({ name: "😀".repeat(50) }, { name: "B" }))).toBeDefined();
});
