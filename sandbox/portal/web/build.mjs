// Bundles the Form.io renderer and its style into dist/; icons and fonts are left out.
import { build } from "esbuild";

await build({
  entryPoints: { "e-form": "src/e-form.js" }, outdir: "dist", bundle: true, format: "esm", minify: true,
  target: "chrome120", logLevel: "error", legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"', global: "window" },
  loader: Object.fromEntries([".woff", ".woff2", ".ttf", ".eot", ".svg", ".png", ".gif"].map((kind) => [kind, "empty"])),
});
