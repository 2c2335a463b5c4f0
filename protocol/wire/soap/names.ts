/** Namespace names and fixed addresses of SOAP 1.2 and WS-Addressing. */

export const envelopeNamespace = "http://www.w3.org/2003/05/soap-envelope";
/** SOAP 1.1, which is recognised only to say what is wrong. */
export const oldEnvelopeNamespace = "http://schemas.xmlsoap.org/soap/envelope/";

export const addressingNamespace = "http://www.w3.org/2005/08/addressing";
/** A draft of WS-Addressing that some libraries still write. */
export const draftAddressingNamespace = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

/** "The reply comes in the HTTP response" (WS-Addressing 1.0 SOAP binding §5.1.2). */
export const anonymousAddress = `${addressingNamespace}/anonymous`;
export const draftAnonymousAddress = `${draftAddressingNamespace}/role/anonymous`;
/** The Action of a SOAP fault (WS-Addressing 1.0 SOAP binding §6). */
export const faultAction = `${addressingNamespace}/soap/fault`;

export const schemaInstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

/** SOAP 1.2 §7 and its HTTP binding. */
export const soapContentType = "application/soap+xml; charset=utf-8";
