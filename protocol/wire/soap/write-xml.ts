/**
 * Values to XML text. Small and of our own, because it has to say what XML cannot carry and to keep what parsers
 * normalise (a carriage return), which general builders do not.
 */

/** What the Char production of XML 1.0 leaves out, lone surrogates included. */
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const replacement = "\uFFFD";

/** Whether XML 1.0 can carry a text as it is. */
export const isXmlText = (text: string): boolean => text.search(forbidden) === -1;

const references: { readonly [char: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
const refer = (char: string): string => references[char] ?? char;

/** Character data that reads back as the same text; characters that XML lacks become U+FFFD. */
export const escapeText = (text: string): string =>
  text.replace(forbidden, replacement).replace(/[&<>\r]/g, refer);

export const escapeAttribute = (text: string): string =>
  text.replace(forbidden, replacement).replace(/[&<>"\t\n\r]/g, refer);

/** A name without colon that is safe to write; narrower than XML's, wide enough for any member name of OCPP. */
export const isPlainName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/.test(name);

/** An element around content that is already XML. Names are the caller's duty. */
export function wrap(
  name: string,
  content: string,
  attributes: { readonly [name: string]: string } = {},
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const start = `${name}${written.join("")}`;
  return content === "" ? `<${start}/>` : `<${start}>${content}</${name}>`;
}

/** An element around text. */
export const wrapText = (
  name: string,
  text: string,
  attributes?: { readonly [name: string]: string },
): string => wrap(name, escapeText(text), attributes);
