// Makes package-lock.json anew. Of botframework-webchat only dist/webchat.js is used, which holds all that it needs; its 300 dependencies
// (320 MB) are left out of the lock, and npm ci installs what the lock says.
import { execSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const whole = JSON.parse(readFileSync('package.json', 'utf8'));
const { 'botframework-webchat': webChat, ...others } = whole.dependencies;
const lock = dependencies => {
  rmSync('package-lock.json', { force: true });
  writeFileSync('package.json', `${JSON.stringify({ ...whole, dependencies }, null, 2)}\n`);
  execSync('npm install --package-lock-only --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved', { stdio: 'inherit' });
  return JSON.parse(readFileSync('package-lock.json', 'utf8'));
};

const bundled = lock({ 'botframework-webchat': webChat }).packages['node_modules/botframework-webchat'];
const trimmed = lock(others);
writeFileSync('package.json', `${JSON.stringify(whole, null, 2)}\n`);
const { dependencies, peerDependencies, ...alone } = bundled;
trimmed.packages[''].dependencies = whole.dependencies;
trimmed.packages['node_modules/botframework-webchat'] = alone;
const [root, ...rest] = Object.entries(trimmed.packages);
trimmed.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync('package-lock.json', `${JSON.stringify(trimmed, null, 2)}\n`);
