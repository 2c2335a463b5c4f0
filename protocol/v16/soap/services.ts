import { catalogue } from "../../../schemas/v16/catalogue.ts";
import type { Service } from "../../wire/soap/profile.ts";
import type { Catalogue } from "../../validate/catalogue.ts";

/** Target namespaces of the two service descriptions. OCPP-S 1.6 §8 prints them without the last slash. */
export const namespaces: { readonly [S in Service]: string } = {
  csms: "urn://Ocpp/Cs/2015/10/",
  station: "urn://Ocpp/Cp/2015/10/",
};

/** The messages that exist in SOAP: those of the security white paper do not (white paper edition 3 §1.4). */
export const soapCatalogue: Catalogue = Object.fromEntries(
  Object.entries(catalogue).filter(([, { block }]) => block !== "Security"),
);
