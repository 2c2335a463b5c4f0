import { expect, it } from "vitest";
import { chipsOf, everything, placed, queryFrom, queryString } from "./query.ts";

const full =
  "station=A&station=B&action=Reset&kind=call&direction=in&connection=c1&errors=true&from=0&to=86400000&text=two+words";

it("has a chip for each part of the query, which takes it away again", () => {
  let query = queryFrom(full);
  expect(chipsOf(query).map(({ name }) => name)).toEqual([
    "station",
    "station",
    "action",
    "kind",
    "direction",
    "connection",
    "only",
    "since",
    "until",
    "text",
  ]);
  for (let [chip] = chipsOf(query); chip !== undefined; [chip] = chipsOf(query))
    query = { ...query, ...chip.without };
  expect(query).toEqual(everything);
});

it("sets each filter that has a control by the texts of its parameter, and frees it again", () => {
  const query = queryFrom(full);
  for (const { texts, change } of placed.filter(({ control }) => control !== undefined)) {
    expect(texts(query)).not.toEqual([]);
    expect(queryString({ ...everything, ...change(texts(query)) })).not.toBe("");
    expect(queryString({ ...everything, ...change([]) })).toBe("");
  }
});

it("lets a moment that no clock reaches be", () => {
  expect(queryFrom("from=99999999999999999999").from).toBeNull();
});
