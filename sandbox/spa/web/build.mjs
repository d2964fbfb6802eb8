// Compiles the single-file components and bundles the two applications into dist/.
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { build } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";

const components = {
  name: "vue",
  setup(work) {
    work.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor, errors } = parse(await readFile(path, "utf8"), { filename: path });
      if (errors.length) return { errors: errors.map((error) => ({ text: error.message })) };
      const { content } = compileScript(descriptor, { id: path, inlineTemplate: true });
      return { contents: content, loader: "js", resolveDir: dirname(path) };
    });
  },
};
await build({
  entryPoints: { citizen: "src/citizen.js", officer: "src/officer.js" }, outdir: "dist", bundle: true, format: "esm",
  minify: true, target: "chrome120", logLevel: "error", legalComments: "none", plugins: [components],
  define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
  loader: { ".woff": "empty", ".woff2": "empty", ".ttf": "empty", ".eot": "empty" },
});
