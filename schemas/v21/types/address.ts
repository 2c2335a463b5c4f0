import { optional, text } from "../../shape.ts";
import { object } from "./object.ts";

export const Address = object({
  name: text(50),
  address1: text(100),
  address2: optional(text(100)),
  city: text(100),
  postalCode: optional(text(20)),
  country: text(50),
});
