import * as fc from "fast-check";

/** Well-formed XML bent at one place, in the ways that a service description may or does refuse. */

interface Node {
  tag: string;
  attributes: string;
  content: (Node | string)[];
}

const token = /<(\/?)([\w:.-]+)([^<>]*?)(\/?)>|[^<]+/g;

/** Reads what our own writer writes: no comments, no CDATA. */
function parse(text: string): Node {
  const top: Node = { tag: "", attributes: "", content: [] };
  const open = [top];
  for (const [all, closing, tag, attributes = "", empty] of text.matchAll(token)) {
    const within = open.at(-1) ?? top;
    if (tag === undefined) within.content.push(all);
    else if (closing === "/") open.pop();
    else {
      const node: Node = { tag, attributes, content: [] };
      within.content.push(node);
      if (empty !== "/") open.push(node);
    }
  }
  return top;
}

function write(node: Node | string): string {
  if (typeof node === "string") return node;
  const inner = node.content.map(write).join("");
  return node.tag === "" ? inner : `<${node.tag}${node.attributes}>${inner}</${node.tag}>`;
}

const texts = [
  ...[
    "",
    " ",
    "x",
    " 5 ",
    "+5",
    "-5",
    "005",
    "5.0",
    "5.",
    ".5",
    "1.50",
    "1.25",
    "0.30",
    "1e1",
    "0x5",
    "5 5",
    "NaN",
  ],
  ...[
    "2147483647",
    "2147483648",
    "-2147483648",
    "-2147483649",
    "99999999999999999999",
    "0.10000000000000000001",
  ],
  ...[
    "true",
    "TRUE",
    "1",
    "0",
    " false ",
    "yes",
    "Accepted",
    " Accepted",
    "accepted",
    "Celsius",
    "Hertz",
    "Celcius",
  ],
  ...["2026-01-31T12:00:00", "2026-01-31T24:00:00Z", "\n2026-01-31T12:00:00Z ", "2026-01-31T12:00:00+14:30"],
  ...["2026-01-31T12:00:00-14:00", "2016-12-31T23:59:60Z", "2026-01-31t12:00:00z", "2026-02-30T12:00:00Z"],
  ...[
    "2026-01-31 12:00:00Z",
    "0000-01-31T12:00:00Z",
    "12026-01-31T12:00:00Z",
    "https://csms.example/a",
    "firmware.bin",
  ],
  ...[" ftp://a/b ", "&#49;", "<![CDATA[1]]>", "1<!-- 2 -->", "<!-- 1 -->", "&#65;ccepted"],
];

/** Each takes an element, the one that holds it and its place there. */
const bends: ((node: Node, parent: Node, at: number) => void)[] = [
  (_, { content }, at) => content.splice(at, 1),
  (node, { content }, at) => content.splice(at, 0, node),
  (node, { content }, at) => content.splice(at, 2, ...content.slice(at + 1, at + 2), node),
  (_, { content }) => content.reverse(),
  (node) => (node.tag = `${node.tag}x`),
  (node) => (node.tag = node.tag.replace(/:(.)/, (_all, first: string) => `:${first.toUpperCase()}`)),
  (node) => (node.tag = node.tag.replace(/^.*:/, "")),
  (node) => (node.tag = node.tag.replace(/^.*:/, "se:")),
  (node) => (node.attributes += ' a="1"'),
  (node) => (node.attributes += ' se:role="x"'),
  (node) => (node.attributes += ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'),
  (node) => node.content.unshift("\n  "),
  (node) => node.content.push("<!-- seen -->"),
  (node) => node.content.push("x"),
  (node) => node.content.push({ tag: node.tag, attributes: "", content: [] }),
  (node) => node.content.push({ tag: node.tag.replace(/:.*/, ":__proto__"), attributes: "", content: [] }),
  (node) => (node.content = []),
];

function* within(parent: Node): Generator<[Node, Node, number]> {
  for (const [at, node] of parent.content.entries()) {
    if (typeof node === "string") continue;
    yield [node, parent, at];
    yield* within(node);
  }
}

/** Bends one element of the message within an envelope; `place` and `bend` are reduced to what there is. */
export function bent(envelope: string, place: number, bend: number): string {
  const [before = "", body = "", after = ""] = envelope.split(/(?<=<se:Body>)|(?=<\/se:Body>)/);
  const top = parse(body);
  const places = [...within(top)];
  const found = places[place % places.length];
  if (found === undefined) return envelope;
  const leaves = found[0].content.every((node) => typeof node === "string");
  const choices = bends.length + (leaves ? texts.length : 0);
  const choice = bend % choices;
  // The message element itself stays in its place: without it there is no message.
  if (choice >= bends.length) found[0].content = [texts[choice - bends.length] ?? ""];
  else if (place % places.length !== 0 || choice >= 4) bends[choice]?.(...found);
  return `${before}${write(top)}${after}`;
}

/** Places and ways to bend. */
export const bendings = fc.tuple(fc.nat(), fc.nat());
