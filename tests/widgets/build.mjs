// Bundles each page of pages/ into dist/<name>.html with its script and style; fonts are left out.
import { mkdirSync, writeFileSync, existsSync } from "node:fs";
import { build } from "esbuild";

export const pages = { native: "js", bootstrap: "js", vuetify: "js", antd: "jsx", element: "js", angular: "ts", formio: "js", flatpickr: "js" };
mkdirSync("dist", { recursive: true });
for (const [name, kind] of Object.entries(pages)) {
  await build({
    entryPoints: [`pages/${name}.${kind}`], outfile: `dist/${name}.js`, bundle: true, format: "esm", minify: true,
    target: "chrome140", logLevel: "error", legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false", global: "window" },
    loader: { ".woff": "empty", ".woff2": "empty", ".ttf": "empty", ".eot": "empty", ".svg": "empty", ".png": "empty", ".gif": "empty" },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  const style = existsSync(`dist/${name}.css`) ? `<link rel="stylesheet" href="${name}.css">` : "";
  writeFileSync(`dist/${name}.html`, `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Đăng ký khai sinh – ${name}</title>${style}` +
    `<body><div id="app"></div><script type="module" src="${name}.js"></script></body></html>\n`);
  console.log(`${name} ✓`);
}
