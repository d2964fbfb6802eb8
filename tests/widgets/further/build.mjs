// Bundles each page of pages/ into dist/<name>.html, as the folder above does for the default suite.
import { mkdirSync, writeFileSync, existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";

mkdirSync("dist", { recursive: true });
const only = process.argv.slice(2);
for (const file of readdirSync("pages")) {
  const [name] = file.split(".");
  if (only.length && !only.includes(name)) continue;
  await build({
    entryPoints: [`pages/${file}`], outfile: `dist/${name}.js`, bundle: true, format: "esm", minify: true,
    target: "chrome140", logLevel: "error", legalComments: "none", nodePaths: ["node_modules"], jsx: "automatic",
    alias: { vue: "vue/dist/vue.esm-bundler.js", jquery: resolve("node_modules/jquery/dist/jquery.js") },
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false", global: "window" },
    loader: { ".woff": "empty", ".woff2": "empty", ".ttf": "empty", ".eot": "empty", ".svg": "empty", ".png": "empty", ".gif": "empty" },
  });
  const style = existsSync(`dist/${name}.css`) ? `<link rel="stylesheet" href="${name}.css">` : "";
  writeFileSync(`dist/${name}.html`, `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Đăng ký khai sinh – ${name}</title>${style}` +
    `<body><div id="app"></div><script type="module" src="${name}.js"></script></body></html>\n`);
  console.log(`${name} ✓`);
}
