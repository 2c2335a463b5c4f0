import { describe, expect, test } from "vitest";
import { createLocator } from "../../validate/text/locate.ts";
import { defaultLimits, readXml, type XmlDocument, type XmlFlaw, type XmlLimits } from "./read-xml.ts";

const read = (text: string, limits: Partial<XmlLimits> = {}) =>
  readXml(text, { ...defaultLimits, ...limits });
const good = (text: string): XmlDocument => {
  const found = read(text);
  if ("reason" in found) throw new Error(found.text);
  return found;
};
const flaw = (text: string, limits: Partial<XmlLimits> = {}): XmlFlaw => {
  const found = read(text, limits);
  if (!("reason" in found)) throw new Error("it was read");
  return found;
};

describe("a document that is well-formed", () => {
  test("becomes a tree with namespaces, attributes, text and places", () => {
    const text = `<?xml version="1.0" encoding="utf-8"?>\r\n<a xmlns="u:1" xmlns:p="u:2" p:x="&lt;1" y='2'>t<p:b/>\r\n<c>&#x41;<![CDATA[<&]]></c>u</a>`;
    const { root, encoding, instructions } = good(text);
    expect(encoding).toBe("utf-8");
    expect(instructions).toEqual([]);
    expect(root).toMatchObject({ namespace: "u:1", local: "a", text: "t\nu", offset: 40, parent: null });
    expect(root.attributes).toEqual([
      { namespace: "u:2", local: "x", value: "<1" },
      { namespace: "", local: "y", value: "2" },
    ]);
    const [b, c] = root.children;
    expect(b).toMatchObject({ namespace: "u:2", local: "b", text: "", children: [] });
    expect(c).toMatchObject({ namespace: "u:1", local: "c", text: "A<&" });
    for (const element of [root, b, c]) expect(text.slice(element?.offset)).toMatch(/^<(a|p:b|c)[ />]/);
  });

  test("may lack a declaration, begin with a byte order mark and hold comments", () => {
    expect(good("\uFEFF<!-- a --><a><!-- b -->1</a><!-- c -->")).toMatchObject({
      encoding: null,
      root: { text: "1" },
    });
  });

  test("keeps processing instructions in mind, to be complained of", () => {
    expect(good("<a><?php echo?></a>").instructions).toHaveLength(1);
  });

  test("may use the names of an object's own machinery", () => {
    const { root } = good(
      `<__proto__ xmlns:__proto__="u" __proto__="1" __proto__:constructor="2"><toString/></__proto__>`,
    );
    expect(root.local).toBe("__proto__");
    expect(root.attributes.map(({ local, value }) => [local, value])).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});

describe("what is not well-formed is refused where it goes wrong", () => {
  test.each([
    ["nothing", "", 0],
    ["blanks", " \n ", 3],
    ["no XML", "[2,1]", 5],
    ["an open element", "<a><b></b>", 10],
    ["elements that overlap", "<a><b></a></b>", 10],
    ["a second root", "<a/><b/>", 7],
    ["text behind the root", "<a/>x", 5],
    ["a prefix bound to nothing", "<p:a/>", 6],
    ["an attribute with such a prefix", '<a p:b="1"/>', 12],
    ["an attribute twice", '<a b="1" b="2"/>', 16],
    ["an attribute twice by namespace", '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="1"/>', 44],
    ["an attribute without quotes", "<a b=1/>", 6],
    ["an entity that is not one of the five", "<a>&nbsp;</a>", 9],
    ["a reference to no character", "<a>&#0;</a>", 7],
    ["a bare ampersand", "<a>1 & 2</a>", 12],
    ["a control character", "<a>\u0001</a>", 4],
    ["half a surrogate pair", "<a>\u{1F50C}\uD83D</a>", 5],
    ["]]> in text", "<a>]]></a>", 6],
    ["XML 1.1", '<?xml version="1.1"?><a/>', 21],
    ["a late declaration", ' <?xml version="1.0"?><a/>', 7],
  ])("%s", (_what, text, position) => {
    expect(flaw(text)).toMatchObject({ reason: "not-xml", position });
    expect(flaw(text).text).toMatch(/\.$/);
  });
});

describe("what could cost too much is refused before it does", () => {
  const laughs = `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>`;
  test.each([
    ["entities within entities", laughs],
    ["a file from outside", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`],
    ["a document type on the network", `<!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><a/>`],
  ])("%s: no document type at all", (_what, text) => {
    expect(flaw(text).reason).toBe("document-type");
  });

  test("length, depth and number of nodes have limits that are met exactly", () => {
    expect(read("<a>12</a>", { maxLength: 9 })).toHaveProperty("root");
    expect(flaw("<a>123</a>", { maxLength: 9 })).toMatchObject({ reason: "too-large", position: 9 });
    expect(read("<a><b/><b/></a>", { maxDepth: 2 })).toHaveProperty("root");
    expect(flaw("<a><b><c/></b></a>", { maxDepth: 2 })).toMatchObject({ reason: "too-deep", position: 6 });
    expect(read('<a b="1"><c/></a>', { maxNodes: 3 })).toHaveProperty("root");
    expect(flaw('<a b="1"><c/><c/></a>', { maxNodes: 3 }).reason).toBe("too-many-nodes");
    expect(flaw('<a b="1" c="1" d="1"/>', { maxNodes: 3 }).reason).toBe("too-many-nodes");
  });

  test.each([
    ["elements", "<a>".repeat(300_000), "too-deep"],
    ["siblings", `<a>${"<b/>".repeat(600_000)}</a>`, "too-many-nodes"],
    [
      "attributes",
      `<a ${Array.from({ length: 300_000 }, (_, at) => `b${at}=""`).join(" ")}/>`,
      "too-many-nodes",
    ],
    ["an open comment", `<a><!--${"-".repeat(3_000_000)}`, "not-xml"],
    ["an open name", `<${"a".repeat(3_000_000)}`, "not-xml"],
    ["an open reference", `<a>&${"a".repeat(3_000_000)}`, "not-xml"],
    ["too long", `<a>${" ".repeat(5_000_000)}</a>`, "too-large"],
  ])("%s without end", (_what, text, reason) => {
    expect(flaw(text).reason).toBe(reason);
  });
});

test("offsets become lines and columns, whatever ends a line", () => {
  const text = "a\r\nbc\n\rd";
  const locate = createLocator(text);
  const at = (char: string) => locate(text.indexOf(char));
  expect(at("a")).toEqual({ line: 1, column: 1 });
  expect(at("c")).toEqual({ line: 2, column: 2 });
  expect(at("d")).toEqual({ line: 4, column: 1 });
  expect(locate(text.length)).toEqual({ line: 4, column: 2 });
});
