import { expect, it } from "vitest";
import { isAway } from "./away.ts";

function failure(name: string, code?: unknown): Error {
  return Object.assign(new Error("x"), { name, code });
}

it.each([
  failure("MongoNetworkError"),
  failure("MongoNetworkTimeoutError"),
  failure("MongoServerSelectionError"),
  failure("MongoServerClosedError"),
  failure("MongoPoolClearedError"),
  failure("MongoTopologyClosedError"),
  failure("MongoServerError", 11600),
  failure("MongoBulkWriteError", 189),
  failure("Error", "EPIPE"),
  failure("Error", "ECONNRESET"),
])("a database that says %o is away", (error) => {
  expect(isAway(error)).toBe(true);
});

it.each([
  failure("MongoServerError", 2),
  failure("MongoServerError", 11000),
  failure("MongoInvalidArgumentError"),
  failure("Error", "ENOSPC"),
  failure("TypeError"),
  "EPIPE",
  null,
])("what says %o is another trouble", (error) => {
  expect(isAway(error)).toBe(false);
});
