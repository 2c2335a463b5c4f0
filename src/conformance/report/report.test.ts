import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { format } from "prettier";
import { describe, expect, onTestFinished, test } from "vitest";
import { hostile, sampleReport } from "../testing/report.ts";
import { consoleReport } from "./console.ts";
import { htmlReport } from "./html.ts";
import { junitReport } from "./junit.ts";
import { AuditReport } from "./schema.ts";
import { escapeMarkup, oneLine, printable } from "./text.ts";
import { writeReports } from "./write.ts";

const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(JSON.stringify(AuditReport)) as object,
);

describe("report.json", () => {
  test("fits its schema", () => {
    expect(validate(JSON.parse(JSON.stringify(sampleReport()))), JSON.stringify(validate.errors)).toBe(true);
  });

  test("a member too many or an unknown verdict do not fit", () => {
    expect(validate({ ...sampleReport(), mood: "cheerful" })).toBe(false);
    expect(validate({ ...sampleReport(), verdict: "skipped" })).toBe(false);
  });

  test("the schema in docs is current", async () => {
    const text = await format(JSON.stringify(AuditReport, null, 2), { parser: "json", printWidth: 110 });
    await expect(text).toMatchFileSnapshot("../../../docs/report.schema.json");
  });
});

describe("report.html", () => {
  const html = htmlReport(sampleReport());
  const body = html.slice(html.indexOf("<body>"));

  test("lets no markup of a CSMS through", () => {
    const tags = new Set(Array.from(body.matchAll(/<\/?([a-z0-9!]+)/gi), (match) => match[1]));
    expect([...tags].toSorted()).toEqual(
      // What the report itself is made of; a `script` or `img` could only have come from outside.
      "a b body br dd div dl dt h1 h2 h3 header html li main ol p pre section small span table tbody td th thead time tr ul"
        .split(" ")
        .toSorted(),
    );
    const attributes = new Set(
      Array.from(body.matchAll(/<[a-z0-9]+((?:\s[a-z-]+="[^"<>]*")*)\s*>/gi), (m) => m[1] ?? ""),
    );
    expect([...attributes].filter((text) => /\son\w+=/i.test(text))).toEqual([]);
    expect(body).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  test("loads nothing and runs nothing", () => {
    expect(html).not.toMatch(/<(script|link|iframe|object|embed|form)\b/i);
    expect(html).not.toMatch(/<[^>]*\s(src|style)=/i);
    expect(html).not.toMatch(/url\(|@import/i);
    expect(html).toContain("default-src 'none'");
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^#/);
  });

  test("links each piece of evidence to its frame", () => {
    const ids = new Set(Array.from(html.matchAll(/\sid="([^"]+)"/g), (match) => match[1]));
    const links = Array.from(html.matchAll(/href="#([^"]+)"/g), (match) => match[1]);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });
});

describe("junit.xml", () => {
  const xml = junitReport(sampleReport());

  test("counts what is in it", () => {
    expect(xml).toContain('tests="6" failures="1" errors="1" skipped="2"');
    const count = (name: string): number => xml.split(`<${name} `).length - 1;
    expect([count("testcase"), count("failure"), count("error"), count("skipped")]).toEqual([6, 1, 1, 2]);
    expect(xml).toContain("<system-out>");
  });

  test("carries no character that XML forbids", () => {
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(xml.isWellFormed()).toBe(true);
    expect(xml).not.toContain("<script");
  });

  test("is well-formed for xmllint", ({ skip }) => {
    if (!hasXmllint()) {
      expect(process.env["CI"], "CI has to bring xmllint").not.toBe("true");
      skip("xmllint is not installed (Debian: libxml2-utils)");
    }
    execFileSync("xmllint", ["--noout", "-"], { input: xml });
  });
});

test("the terminal gets no control characters", () => {
  const lines = consoleReport(sampleReport());
  expect(lines.join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  expect(lines.at(-1)).toBe("FAIL: 1 pass, 1 warning, 1 fail, 1 untestable, 1 not applicable, 1 error");
});

test("text keeps its meaning where it can", () => {
  expect(printable("tab\tline\nend")).toBe("tab\tline\nend");
  expect(printable("a\u0000b\ud800")).toBe("a\u{FFFD}b\u{FFFD}");
  expect(printable("\u{1F50C}")).toBe("\u{1F50C}");
  expect(escapeMarkup(`<a href="x" b='y'>&amp;`)).toBe("&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;");
  expect(oneLine(`a\n b${"c".repeat(300)}`)).toHaveLength(200);
  expect(hostile).toContain("<script>");
});

test("writes what is asked for, and nothing half", async () => {
  const report = sampleReport();
  const folder = await mkdtemp(join(tmpdir(), "stationmaster-report-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const out = join(folder, "new", "folder");
  const paths = await writeReports(report, out, ["json", "junit", "html"]);
  expect((await readdir(out)).toSorted()).toEqual(["junit.xml", "report.html", "report.json"]);
  expect(paths).toHaveLength(3);
  expect(JSON.parse(await readFile(join(out, "report.json"), "utf8"))).toEqual(
    JSON.parse(JSON.stringify(report)),
  );
});

function hasXmllint(): boolean {
  try {
    execFileSync("xmllint", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("a check names its frames by the numbers that stand beside them", () => {
  const report = sampleReport();
  const html = htmlReport(report);
  const cited = report.cases.flatMap((each) => each.checks).find((check) => check.frames.length > 0);
  const id = cited?.frames.at(-1) ?? "";
  const number = report.frames.findIndex((frame) => frame.id === id) + 1;
  expect(number).toBeGreaterThan(0);
  expect(html).toContain(`<a href="#x-${id}" aria-label="frame ${number}">${number}</a>`);
  expect(html).toMatch(new RegExp(`<li id="x-${id}"[^>]*><div><span class="number">${number}</span>`));
});
