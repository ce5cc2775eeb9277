// Usage: node same-packages.mjs LOCKFILE NODE_MODULES
// Stops unless every installed package has the version and checksum of the lock file.
import fs from 'node:fs';

const packages = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;
const [lock, dir] = process.argv.slice(2);
const locked = packages(lock);
const installed = packages(`${dir}/.package-lock.json`); // npm's record of what it installed
for (const [name, p] of Object.entries(locked)) {
  const is = installed[name];
  if (name === '' || (!is && p.optional)) continue;
  if (is?.version !== p.version || is.integrity !== p.integrity) {
    process.stderr.write(`${name}: installed ${is?.version ?? 'none'}, locked ${p.version}\n`);
    process.exit(1);
  }
}
