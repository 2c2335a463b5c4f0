import { SaxesParser } from "saxes";
import type { XmlElement } from "./xml.ts";

/**
 * Text to value tree, strictly: what is not well-formed XML 1.0 with namespaces is refused with its place. There are no
 * document types, hence no entities but the five, and depth, size and number of nodes are limited before anything is
 * built: a hostile text costs no more than its own length.
 */

export interface XmlLimits {
  /** Longest text in UTF-16 code units. */
  maxLength: number;
  /** Most elements within each other. */
  maxDepth: number;
  /** Most elements and attributes together. */
  maxNodes: number;
}

/** Room for a local authorization list of tens of thousands of tokens. */
export const defaultLimits: XmlLimits = { maxLength: 4_000_000, maxDepth: 32, maxNodes: 250_000 };

export interface XmlDocument {
  root: XmlElement;
  /** The encoding that the XML declaration names; null without a declaration, "" if it names none. */
  encoding: string | null;
  /** Offsets of processing instructions. */
  instructions: readonly number[];
}

export interface XmlFlaw {
  reason: "not-xml" | "document-type" | "too-large" | "too-deep" | "too-many-nodes";
  /** Offset in UTF-16 code units. */
  position: number;
  /** What is wrong there, for a person. */
  text: string;
}

/** Ends a parse from within one of its handlers; never leaves this file. */
class Stop extends Error {
  readonly flaw: XmlFlaw;
  constructor(flaw: XmlFlaw) {
    super(flaw.text);
    this.flaw = flaw;
  }
}

/** Reads one document. Never throws. */
export function readXml(text: string, limits: XmlLimits): XmlDocument | XmlFlaw {
  if (text.length > limits.maxLength) {
    const what = `The text has ${text.length} characters, at most ${limits.maxLength} are read.`;
    return { reason: "too-large", position: limits.maxLength, text: what };
  }
  // The parser would take half a pair and what follows it for one character.
  if (!text.isWellFormed()) {
    const position = text.search(/\p{Surrogate}/u);
    return {
      reason: "not-xml",
      position,
      text: "The text is not Unicode: half a surrogate pair stands alone.",
    };
  }
  try {
    return parse(text, limits);
  } catch (error) {
    if (error instanceof Stop) return error.flaw;
    throw error;
  }
}

function parse(text: string, limits: XmlLimits): XmlDocument {
  // Positions are kept by the parser in any case; the option only puts them into its messages.
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: "1.0" });
  const instructions: number[] = [];
  let encoding: string | null = null;
  let root: XmlElement | null = null;
  let current: XmlElement | null = null;
  let depth = 0;
  let nodes = 0;
  let start = 0;

  const stop = (reason: XmlFlaw["reason"], position: number, what: string): never => {
    throw new Stop({ reason, position: Math.min(position, text.length), text: what });
  };
  const count = (): void => {
    if (++nodes > limits.maxNodes) {
      stop(
        "too-many-nodes",
        parser.position,
        `There are more than ${limits.maxNodes} elements and attributes.`,
      );
    }
  };

  parser.on("error", ({ message }) => {
    stop("not-xml", parser.position, `The text is not well-formed XML: ${message.replace(/\.$/, "")}.`);
  });
  parser.on("xmldecl", (declaration) => {
    if (declaration.version !== "1.0") stop("not-xml", parser.position, "Only XML 1.0 is read.");
    encoding = declaration.encoding ?? "";
  });
  // SOAP 1.2 §5: a message has no document type declaration.
  parser.on("doctype", () =>
    stop("document-type", parser.position, "A document type is not allowed in SOAP."),
  );
  parser.on("processinginstruction", () => instructions.push(parser.position));
  parser.on("attribute", count);
  parser.on("opentagstart", (tag) => {
    // The parser has read the name and one character after it.
    start = Math.max(0, parser.position - tag.name.length - 2);
    count();
    if (++depth > limits.maxDepth) {
      stop("too-deep", start, `Elements are nested more than ${limits.maxDepth} deep.`);
    }
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.values(tag.attributes)
      .filter((one) => one.prefix !== "xmlns" && one.name !== "xmlns")
      .map((one) => ({ namespace: one.uri, local: one.local, value: one.value }));
    const element: XmlElement = {
      namespace: tag.uri,
      local: tag.local,
      attributes,
      children: [],
      text: "",
      offset: start,
      declares: tag.ns,
      parent: current,
    };
    if (current === null) root = element;
    else current.children.push(element);
    current = element;
  });
  parser.on("closetag", () => {
    depth--;
    current = current?.parent ?? null;
  });
  const addText = (chunk: string): void => {
    if (current !== null) current.text += chunk;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);

  parser.write(text).close();
  if (root === null) return stop("not-xml", text.length, "The text holds no element.");
  return { root, encoding, instructions };
}
