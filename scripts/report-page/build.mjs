// Makes the report page without its data: one HTML file with styles, scripts, map and licences inside.
//
// Usage: node build.mjs PAGE_FOLDER MODULES_FOLDER MAP OUT
//   PAGE_FOLDER     results/report/page
//   MODULES_FOLDER  node_modules with the packages of package-lock.json
//   MAP             models/catalog/germany.topojson
// Needs esbuild on the path.  The same input gives the same bytes.  The marks {{language}}, {{title}} and {{data}}
// stay in the page for verbund to fill.

import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const [page, modules, map, out] = process.argv.slice(2);
if (!out) {
  console.error('usage: node build.mjs PAGE_FOLDER MODULES_FOLDER MAP OUT');
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'report-page-'));
process.on('exit', () => rmSync(work, {recursive: true, force: true}));

function esbuild(...args) {
  execFileSync('esbuild', ['--log-level=warning', ...args], {
    env: {...process.env, NODE_PATH: modules}, stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function bundle() {
  const meta = join(work, 'meta.json');
  const file = join(work, 'page.js');
  esbuild(join(page, 'main.js'), '--bundle', '--minify', '--format=iife', '--target=es2020', '--charset=ascii',
          '--legal-comments=none', '--log-override:direct-eval=silent', `--metafile=${meta}`, `--outfile=${file}`);
  return {script: readFileSync(file, 'utf8').trim(), inputs: Object.keys(JSON.parse(readFileSync(meta)).inputs)};
}

function minifiedStyle() {
  const file = join(work, 'style.css');
  esbuild(join(page, 'style.css'), '--minify', `--outfile=${file}`);
  return readFileSync(file, 'utf8').trim();
}

/// Name of the npm package that a bundled file belongs to.
function packageOf(input) {
  const parts = input.split('node_modules/').at(-1).split('/');
  return parts[0].startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0];
}

/// Licences of everything in the bundle, the same text only once.
function licences(inputs) {
  const names = [...new Set(inputs.filter((input) => input.includes('node_modules/')).map(packageOf))].sort();
  const texts = new Map();
  for (const name of names) {
    const folder = join(modules, name);
    const {version, license} = JSON.parse(readFileSync(join(folder, 'package.json')));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  }
  return [...texts].map(([text, packages]) => `${packages.join(', ')}\n\n${text}\n`).join('\n----\n\n');
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
const asData = (text) => JSON.stringify(text).replaceAll('<', '\\u003c');

if (!existsSync(join(modules, 'vega'))) {
  throw new Error(`no package "vega" in ${modules}: run npm ci in scripts/report-page's copy first`);
}
const {script, inputs} = bundle();
if (/<\/script/i.test(script) || /<!--/.test(script)) {
  throw new Error('the bundled script would end its own element');
}
const style = minifiedStyle();
const policy = ["default-src 'none'", `script-src ${hashOf(script)}`, `style-src ${hashOf(style)}`, 'img-src data:',
                "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"].join('; ');
const parts = {
  policy,
  style,
  map: readFileSync(map, 'utf8').trim().replaceAll('<', '\\u003c'),
  licences: asData(licences(inputs)),
  script,
};
const template = readFileSync(join(page, 'page.html'), 'utf8');
writeFileSync(out, template.replace(/\{\{(policy|style|map|licences|script)\}\}/g, (_, name) => parts[name]));
