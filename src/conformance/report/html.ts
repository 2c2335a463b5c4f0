import { summarize, verdicts } from "../verdict.ts";
import { frameSection } from "./html-frame.ts";
import { style } from "./html-style.ts";
import type { AuditReport, CaseReport, CheckReport } from "./schema.ts";
import { escapeMarkup, verdictWords } from "./text.ts";

/**
 * The report for people: one file, nothing loaded from elsewhere, no script. All text that came from the CSMS is escaped; the
 * content security policy is the second lock.
 */
export function htmlReport(report: AuditReport): string {
  const title = `Audit of ${report.target}`;
  const numbers = new Map(report.frames.map((frame, index) => [frame.id, index + 1]));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title)}: ${verdictWords[report.verdict]}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="brand">Stationmaster audit</p>
<h1>${escapeMarkup(report.target)} ${badge(report.verdict)}</h1>
<dl class="facts">
${fact("Dialect", `OCPP ${report.dialect}`)}
${fact("Station", report.station)}
${fact("Started", report.startedAt)}
${fact("Cases", String(report.cases.length))}
${fact("Frames", String(report.frames.length))}
</dl>
${summaryList(report)}
</header>
<main>
<section aria-labelledby="cases">
<h2 id="cases">Cases</h2>
<div class="wide"><table class="overview">
<thead><tr><th scope="col">Case</th><th scope="col">Title</th><th scope="col">Verdict</th><th scope="col">Checks</th></tr></thead>
<tbody>
${report.cases.map(overviewRow).join("\n")}
</tbody>
</table></div>
</section>
${report.cases.map((each) => caseSection(each, numbers)).join("\n")}
<section aria-labelledby="frames">
<h2 id="frames">Frames</h2>
<p class="hint">Everything that was on the wire, in order of time. → is what the station sent, ← what the CSMS sent.</p>
${report.cases.map((each) => frameSection(each, report.frames, numbers)).join("\n")}
</section>
</main>
</body>
</html>
`;
}

function badge(verdict: CheckReport["verdict"]): string {
  return `<span class="verdict ${verdict}">${verdictWords[verdict]}</span>`;
}

function fact(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${escapeMarkup(value)}</dd></div>`;
}

function summaryList(report: AuditReport): string {
  const summary = summarize(report.cases);
  const items = verdicts.map(
    (verdict) =>
      `<li class="${verdict}${summary[verdict] === 0 ? " none" : ""}"><b>${summary[verdict]}</b> ${verdictWords[verdict]}</li>`,
  );
  return `<ul class="summary">${items.join("")}</ul>`;
}

function overviewRow(each: CaseReport): string {
  const red = each.checks.filter((check) => check.verdict !== "pass");
  const told = red.length === 0 ? `${each.checks.length} passed` : red.map((check) => check.id).join(", ");
  return (
    `<tr><td><a href="#${anchor(each.id)}">${escapeMarkup(each.id)}</a></td><td>${escapeMarkup(each.title)}</td>` +
    `<td>${badge(each.verdict)}</td><td>${escapeMarkup(told)}</td></tr>`
  );
}

/** Frames by their number in the report, the same wherever one is named. */
type Numbers = ReadonlyMap<string, number>;

function caseSection(each: CaseReport, numbers: Numbers): string {
  return `<section class="case" id="${anchor(each.id)}" aria-labelledby="${anchor(each.id)}-title">
<h3 id="${anchor(each.id)}-title">${escapeMarkup(each.id)} <small>${escapeMarkup(each.title)}</small> ${badge(each.verdict)}</h3>
<div class="wide"><table class="checks">
<thead><tr><th scope="col">Verdict</th><th scope="col">Check</th><th scope="col">Expected</th><th scope="col">Actual</th><th scope="col">Evidence</th></tr></thead>
<tbody>
${each.checks.map((check) => checkRow(check, numbers)).join("\n")}
</tbody>
</table></div>
</section>`;
}

function checkRow(check: CheckReport, numbers: Numbers): string {
  const cited =
    check.requirement === "" ? "" : `<br><small>${escapeMarkup(check.requirement)}, ${check.level}</small>`;
  const links = evidence(
    check.frames.filter((id) => numbers.has(id)),
    numbers,
  );
  return (
    `<tr class="${check.verdict}"><td>${badge(check.verdict)}</td>` +
    `<td><b>${escapeMarkup(check.id)}</b><br>${escapeMarkup(check.text)}${cited}</td>` +
    `<td>${escapeMarkup(check.expected)}</td><td>${escapeMarkup(check.actual)}</td><td>${links}</td></tr>`
  );
}

/** Links to the first frames; a rule that looked at all of them need not fill the page. */
function evidence(ids: readonly string[], numbers: Numbers): string {
  const most = 12;
  const links = ids
    .slice(0, most)
    .map((id) => `<a href="#${anchor(id)}" aria-label="frame ${numbers.get(id)}">${numbers.get(id)}</a>`);
  const more = ids.length > most ? [`and ${ids.length - most} more`] : [];
  return [...links, ...more].join(" ");
}

/** Ids come from us, but a report may be read from a file: nothing but letters, digits, `-` and `_`. */
function anchor(id: string): string {
  return `x-${id.replaceAll(/[^\w-]/gu, "_")}`;
}
