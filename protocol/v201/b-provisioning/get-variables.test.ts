import { expect, test } from "vitest";
import { booted } from "../testing.ts";
import { get, place } from "./testing.ts";

test("settings and hardware are read, secrets are not (B06.FR.04, B06.FR.09)", () => {
  const d = booted();
  expect(get(d, place("TxCtrlr.TxStartPoint"))).toEqual(["Accepted", "EVConnected,Authorized"]);
  expect(get(d, place("SecurityCtrlr.BasicAuthPassword"))).toEqual(["Rejected", undefined]);
  expect(get(d, place("ChargingStation.AvailabilityState"))).toEqual(["Accepted", "Available"]);
  const clock = { ...place("ClockCtrlr.DateTime"), attributeType: "Actual" };
  expect(get(d, clock)).toEqual(["Accepted", new Date(d.now).toISOString()]);
});

test.each([
  ["TxCtrlr.Nothing", "UnknownVariable"],
  ["TxCtrlr.TxStartPoint[Instance]", "UnknownVariable"],
  ["Nobody.Nothing", "UnknownComponent"],
  ["__proto__.toString", "UnknownComponent"],
])("%s: %s (B06.FR.06-07)", (path, status) => {
  expect(get(booted(), place(path))).toEqual([status, undefined]);
});

test("other attributes than Actual are not supported (B06.FR.08)", () => {
  const data = { ...place("TxCtrlr.StopTxOnInvalidId"), attributeType: "MaxSet" };
  expect(get(booted(), data)).toEqual(["NotSupportedAttributeType", undefined]);
});

test("too many at once is an error of the version's spelling (B06.FR.16)", () => {
  const many = (length: number) => Array.from({ length }, () => place("TxCtrlr.TxStartPoint"));
  expect(booted().ask("GetVariables", { getVariableData: many(51) })).toEqual({
    code: "OccurrenceConstraintViolation",
  });
  expect(booted().ask("GetVariables", { getVariableData: many(50) })).toHaveProperty("payload");
});

test.each([[[]], [[{}]], [[{ ...place("A.B"), attributeType: "Some" }]]])(
  "with validation off, %o cannot be read",
  (getVariableData) => {
    expect(booted().ask("GetVariables", { getVariableData })).toEqual({ code: "ProtocolError" });
  },
);
