/** An XML document as a value tree, as much of it as SOAP needs. */

export interface XmlAttribute {
  namespace: string;
  local: string;
  value: string;
}

export interface XmlElement {
  /** "" for none. */
  namespace: string;
  local: string;
  /** Without namespace declarations. */
  attributes: readonly XmlAttribute[];
  children: XmlElement[];
  /** The character data directly within, CDATA sections included, all runs joined. */
  text: string;
  /** Where the start tag begins, in UTF-16 code units. */
  offset: number;
  /** Namespace declarations of this very element: prefix to name. */
  declares: { readonly [prefix: string]: string };
  parent: XmlElement | null;
}

export const isNamed = (element: XmlElement, namespace: string, local: string): boolean =>
  element.namespace === namespace && element.local === local;

export const childrenNamed = (parent: XmlElement, namespace: string, local: string): XmlElement[] =>
  parent.children.filter((child) => isNamed(child, namespace, local));

export const childNamed = (parent: XmlElement, namespace: string, local: string): XmlElement | undefined =>
  parent.children.find((child) => isNamed(child, namespace, local));

export const attributeOf = (element: XmlElement, namespace: string, local: string): string | undefined =>
  element.attributes.find((one) => one.namespace === namespace && one.local === local)?.value;

/** White space of XML, which is less than what `trim` takes away. */
export function trimBlank(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlankAt(text, from)) from++;
  while (to > from && isBlankAt(text, to - 1)) to--;
  return text.slice(from, to);
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

export const isBlank = (text: string): boolean => trimBlank(text) === "";

/** White space handling `collapse` of XML Schema, as all types but strings have it. */
export const collapse = (text: string): string => trimBlank(text).replace(/[ \t\r\n]+/g, " ");

/** Reads content such as `cs:SecurityError`; the namespace is undefined when the prefix is bound nowhere. */
export function qualifiedName(element: XmlElement): { namespace: string | undefined; local: string } {
  const text = trimBlank(element.text);
  const colon = text.indexOf(":");
  const prefix = colon === -1 ? "" : text.slice(0, colon);
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    if (Object.hasOwn(at.declares, prefix)) {
      return { namespace: at.declares[prefix], local: text.slice(colon + 1) };
    }
  }
  return { namespace: prefix === "" ? "" : undefined, local: text.slice(colon + 1) };
}

/** `{namespace}local`, for messages to a person. */
export const shownName = (element: XmlElement): string => `{${element.namespace}}${element.local}`;
