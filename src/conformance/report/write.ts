import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReportFormat } from "../command.ts";
import { htmlReport } from "./html.ts";
import { junitReport } from "./junit.ts";
import type { AuditReport } from "./schema.ts";

const writers: {
  readonly [format in ReportFormat]: { file: string; text: (report: AuditReport) => string };
} = {
  html: { file: "report.html", text: htmlReport },
  json: { file: "report.json", text: (report) => `${JSON.stringify(report, null, 2)}\n` },
  junit: { file: "junit.xml", text: junitReport },
};

/**
 * Writes the reports into the folder, which is made when it is missing. Each file appears whole or not at all.
 * @returns the paths written
 */
export async function writeReports(
  report: AuditReport,
  folder: string,
  formats: readonly ReportFormat[],
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const format of formats) {
    const { file, text } = writers[format];
    const path = join(folder, file);
    await writeFile(`${path}.part`, text(report));
    await rename(`${path}.part`, path);
    paths.push(path);
  }
  return paths;
}
