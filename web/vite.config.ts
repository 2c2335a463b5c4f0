import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

const server = process.env["STATIONMASTER_API"] ?? "http://127.0.0.1:7410";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [tailwindcss(), solid()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    rolldownOptions: { checks: { pluginTimings: false } },
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: server, ws: true }, "/health": server, "/openapi.json": server },
  },
});
