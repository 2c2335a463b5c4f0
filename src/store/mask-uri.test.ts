import fc from "fast-check";
import { expect, test } from "vitest";
import { isMongoUri, isOtherUri, maskUri } from "./mask-uri.ts";

test.each([
  ["mongodb://localhost:27017/stationmaster", "mongodb://localhost:27017/stationmaster"],
  ["mongodb://alice:s3cret@a,b:1/x?replicaSet=rs0", "mongodb://alice:********@a,b:1/x?replicaSet=rs0"],
  ["mongodb+srv://alice@cluster.example/", "mongodb+srv://alice@cluster.example/"],
  ["mongodb://a:p@ss@host/db", "mongodb://a:********@host/db"],
  ["mongodb://a:p/s?s@host/db", "mongodb://a:********@host/db"],
  [
    "mongodb://h/?tls=true&tlsCertificateKeyFilePassword=x",
    "mongodb://h/?tls=true&tlsCertificateKeyFilePassword=********",
  ],
  ["mongodb://h/?tlsCertificateKeyFilePassword=a@b", "mongodb://********@b"],
  ["postgres://u:p@h", "********"],
])("%s is shown as %s", (uri, shown) => {
  expect(maskUri(uri)).toBe(shown);
});

test("no password is ever shown, whatever it is made of", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), (password) => {
      const secret = `<${password}>`;
      expect(maskUri(`mongodb://user:${secret}@host/db?w=1`)).not.toContain(secret);
      expect(maskUri(`mongodb://user:${encodeURIComponent(secret)}@host/db`)).toBe(
        "mongodb://user:********@host/db",
      );
    }),
  );
});

test("tells connection strings from words", () => {
  expect(["mongodb", "mongodb://h", "mongodb+srv://h", "http://h"].map(isMongoUri)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test.each([
  ["mongo://h/x", true],
  ["http://h", true],
  ["MONGODB://h", true],
  ["mongodb:/h/x", true],
  ["mongodb://h", false],
  ["mongodb+srv://h", false],
  ["data", false],
  ["./mongo:x", false],
  ["/a//b", false],
  ["a/http://x", false],
])("%s is an address of something else: %s", (text, is) => {
  expect(isOtherUri(text)).toBe(is);
});
