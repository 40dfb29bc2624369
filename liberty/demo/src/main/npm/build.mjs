// One ES module for each SDK: the package as npm delivers it, behind the adapter in sdk/.
// node build.mjs FOLDER
import { execSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const folder = process.argv[2];
rmSync(folder, { recursive: true, force: true });

const lock = readFileSync("package-lock.json", "utf8");
const installed = "node_modules/installed-lock.json";
if (!existsSync(installed) || readFileSync(installed, "utf8") !== lock) {
  execSync("npm ci --ignore-scripts --no-audit --no-fund", { stdio: "inherit" });
  writeFileSync(installed, lock);
}

const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const version = (name) => devDependencies[name].replace(/.*@/, "");
const entries = ["website-4", "website-5", "website-10", "website-15", "website-20"].map((name) => ({
  in: `sdk/${name}.js`,
  out: `website-${version(name)}`,
}));
entries.push({ in: "sdk/react-native.js", out: `react-native-${version("supertokens-react-native")}` });
entries.push({ in: "sdk/web-js.js", out: `web-js-${version("supertokens-web-js")}` });

const { build } = await import("esbuild");
await build({
  entryPoints: entries,
  outdir: folder,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2020",
  legalComments: "eof",
  // The CommonJS packages of 2019 and 2020 expect them, as the bundlers of their time gave them.
  // A phone has its own storage, and this is where it comes from there.
  alias: { "@react-native-async-storage/async-storage": "./sdk/async-storage.js" },
  define: { global: "globalThis", process: '{"env":{}}' },
});
