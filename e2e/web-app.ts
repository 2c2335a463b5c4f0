import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, ".cache/e2e-web");

/** The web app as built from the sources of now; built again only when one of them changed. */
export async function builtWebApp(): Promise<string> {
  const index = join(out, "index.html");
  if (existsSync(index) && statSync(index).mtimeMs > newest()) return out;
  await build({
    configFile: join(root, "web/vite.config.ts"),
    logLevel: "warn",
    build: { outDir: out, emptyOutDir: true },
  });
  return out;
}

function newest(): number {
  let latest = 0;
  for (const folder of ["web", "protocol", "schemas"])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && !entry.parentPath.includes("web/dist"))
        latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return latest;
}
