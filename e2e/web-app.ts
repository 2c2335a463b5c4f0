import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, ".cache");

/** The web app as built from the sources of now; built again only when one of them changed. Several may ask at once. */
export async function builtWebApp(): Promise<string> {
  const out = join(cache, `e2e-web-${newest()}`);
  if (existsSync(out)) return out;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${cache}/e2e-web-draft-`);
  await build({
    configFile: join(root, "web/vite.config.ts"),
    logLevel: "warn",
    build: { outDir: draft, emptyOutDir: true },
  });
  // Another one may have been faster.
  await rename(draft, out).catch(() => rm(draft, { recursive: true }));
  for (const name of readdirSync(cache))
    if (/^e2e-web-\d/.test(name) && join(cache, name) !== out)
      await rm(join(cache, name), { recursive: true, force: true });
  return out;
}

/** When a source was changed last, ms. */
function newest(): number {
  let latest = 0;
  for (const folder of ["web", "protocol", "schemas"])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && !entry.parentPath.includes("web/dist"))
        latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.floor(latest);
}
