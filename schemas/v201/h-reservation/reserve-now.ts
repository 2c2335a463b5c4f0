import { dateTime, integer, oneOf, optional } from "../../shape.ts";
import { IdToken } from "../types/id-token.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const ConnectorType = oneOf([
  "cCCS1",
  "cCCS2",
  "cG105",
  "cTesla",
  "cType1",
  "cType2",
  "s309-1P-16A",
  "s309-1P-32A",
  "s309-3P-16A",
  "s309-3P-32A",
  "sBS1361",
  "sCEE-7-7",
  "sType2",
  "sType3",
  "Other1PhMax16A",
  "Other1PhOver16A",
  "Other3Ph",
  "Pan",
  "wInductive",
  "wResonant",
  "Undetermined",
  "Unknown",
]);

export const request = object({
  id: integer(),
  expiryDateTime: dateTime(),
  connectorType: optional(ConnectorType),
  idToken: IdToken,
  evseId: optional(integer()),
  groupIdToken: optional(IdToken),
});

export const response = reasoned(oneOf(["Accepted", "Faulted", "Occupied", "Rejected", "Unavailable"]));
