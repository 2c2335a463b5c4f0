/**
 * The values that the standard names for fields which take any string (2.1): other values are legal too. In most
 * of these fields a station or CSMS should use a listed value where one fits.
 */
export const connectorTypes = [
  "cCCS1",
  "cCCS1-NACS",
  "cCCS2",
  "cChaoJi",
  "cG105",
  "cGBT-DC",
  "cLECCS",
  "cMCS",
  "cNACS",
  "cNACS-CCS1",
  "cTesla",
  "cType1",
  "cType2",
  "cUltraChaoJi",
  "Other1PhMax16A",
  "Other1PhOver16A",
  "Other3Ph",
  "Pan",
  "s309-1P-16A",
  "s309-1P-32A",
  "s309-3P-16A",
  "s309-3P-32A",
  "sBS1361",
  "sCEE-7-7",
  "sType1",
  "sType2",
  "sType3",
  "Undetermined",
  "Unknown",
  "wInductive",
  "wResonant",
] as const;

export const idTokenTypes = [
  "Central",
  "DirectPayment",
  "eMAID",
  "EVCCID",
  "ISO14443",
  "ISO15693",
  "KeyCode",
  "Local",
  "MacAddress",
  "NoAuthorization",
  "VIN",
] as const;

export const chargingLimitSources = ["CSO", "EMS", "Other", "SO"] as const;

/** `additionalInfo.type` of an idToken. */
export const additionalInfoTypes = ["EVCCID", "ISO14443SubType"] as const;

/** `additionalInfo.type` of an idToken from a payment terminal (type DirectPayment). */
export const paymentInfoTypes = [
  "CardBin",
  "CardExpiryDate",
  "CardLast4Digits",
  "HashedCardNr",
  "MerchantRef",
  "PaymentBrand",
  "PaymentRecognition",
  "PspRef",
  "ReadingMethod",
  "SessionRef",
  "WalletUserId",
] as const;

export const paymentBrands = [
  "AMEX",
  "ApplePay",
  "Bancontact",
  "BankAxept",
  "Carnet",
  "CartesBancaires",
  "Dankort",
  "Diners",
  "Discover",
  "EftposAustralia",
  "Elo",
  "Girocard",
  "GooglePay",
  "Hipercard",
  "Interac",
  "JCB",
  "Maestro",
  "Mastercard",
  "SamsungPay",
  "UnionPay",
  "Visa",
  "VPay",
] as const;

export const paymentRecognitions = [
  "Alipay",
  "ApplePay",
  "CC",
  "Debit",
  "GooglePay",
  "GrabPay",
  "PayPal",
  "SamsungPay",
  "WeChatPay",
] as const;

/** Of signed meter values; key lengths in bits. */
export const signingMethods = {
  "ECDSA-brainpool256r1-SHA256": { curve: "brainpool256r1", keyLength: 256, hash: "SHA-256" },
  "ECDSA-brainpool384r1-SHA256": { curve: "brainpool384r1", keyLength: 384, hash: "SHA-256" },
  "ECDSA-secp192k1-SHA256": { curve: "secp192k1", keyLength: 192, hash: "SHA-256" },
  "ECDSA-secp192r1-SHA256": { curve: "secp192r1", keyLength: 192, hash: "SHA-256" },
  "ECDSA-secp256k1-SHA256": { curve: "secp256k1", keyLength: 256, hash: "SHA-256" },
  "ECDSA-secp256r1-SHA256": { curve: "secp256r1", keyLength: 256, hash: "SHA-256" },
  "ECDSA-secp384r1-SHA256": { curve: "secp384r1", keyLength: 384, hash: "SHA-256" },
} as const;
