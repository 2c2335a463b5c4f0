// Writes docs/actions.md, the list of all actions, from the message catalogues: `node scripts/actions-page.ts`.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import type { Catalogue, CatalogueEntry } from "../protocol/validate/catalogue.ts";
import { catalogue as catalogue16 } from "../schemas/v16/catalogue.ts";
import { catalogue as catalogue201 } from "../schemas/v201/catalogue.ts";
import { catalogue as catalogue21 } from "../schemas/v21/catalogue.ts";

export const actionsPageFile = fileURLToPath(new URL("../docs/actions.md", import.meta.url));

interface Version {
  name: string;
  catalogue: Catalogue;
  /** What a group of actions is called in this version. */
  group: string;
}

const directions = { station: "station → CSMS", csms: "CSMS → station", both: "both ways" };

function direction({ sender, response }: CatalogueEntry): string {
  return directions[sender] + (response === null ? ", never answered (SEND)" : "");
}

const versions: Version[] = [
  { name: "1.6", catalogue: catalogue16, group: "Profile" },
  { name: "2.0.1", catalogue: catalogue201, group: "Block" },
  { name: "2.1", catalogue: catalogue21, group: "Block" },
];

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function section({ name, catalogue, group }: Version): string {
  const rows = Object.entries(catalogue)
    .sort(([one, a], [other, b]) => a.block.localeCompare(b.block) || one.localeCompare(other))
    .map(([action, entry]) => [entry.block, action, direction(entry)]);
  return `## OCPP ${name}\n\n${table([group, "Action", "Request"], rows)}`;
}

function overview(): string {
  const rows = versions.map(({ name, catalogue }) => {
    const entries = Object.values(catalogue);
    const sent = (sender: CatalogueEntry["sender"]) =>
      entries.filter((entry) => entry.sender === sender).length;
    return [name, entries.length, sent("station"), sent("csms"), sent("both")];
  });
  return table(["Version", "Actions", directions.station, directions.csms, directions.both], rows);
}

/** The page as Prettier leaves it. */
export async function actionsPage(): Promise<string> {
  const text = [
    "# The actions",
    "Every action of the message catalogue, by version: who sends the request, and the feature profile (1.6) or functional block (2.x) it belongs to. The shapes stand in `schemas/`, a file per action in the folder of its profile or block.",
    "Written by `node scripts/actions-page.ts`; a test fails when it is not current.",
    overview(),
    ...versions.map(section),
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(actionsPageFile)), parser: "markdown" });
}

if (import.meta.main) await writeFile(actionsPageFile, await actionsPage());
