import { component, optional, required } from "../../standard-variable.ts";

/** The payment terminal. */
export const paymentCtrlr = component("PaymentCtrlr", [
  required("AuthorizationAmount", "decimal"),
  required("AuthorizeDirectPayment", "boolean"),
  required("Connected", "boolean"),
  required("Enabled", "boolean"),
  required("FirmwareVersion", "string"),
  required("ICCID", "string"),
  required("IMSI", "string"),
  optional("IncrementalAuthorizationAmount", "decimal"),
  optional("IncrementalAuthorizationThreshold", "decimal"),
  required("Merchant[Address]", "string"),
  required("Merchant[City]", "string"),
  required("Merchant[Id]", "string"),
  required("Merchant[Name]", "string"),
  required("Merchant[TaxId]", "string"),
  required("Model", "string"),
  required("PaymentDetails", "MemberList"),
  required("PaymentServiceProvider", "string"),
  required("Problem", "boolean"),
  required("ReceiptByCSMS", "boolean"),
  required("ReceiptServerUrl", "string"),
  required("SerialNumber", "string"),
  required("SettlementByCSMS", "boolean"),
  required("TerminalID", "string"),
  required("VendorName", "string"),
]);
