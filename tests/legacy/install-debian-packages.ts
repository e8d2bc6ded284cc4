import { spawnSync } from 'node:child_process';

/** What the npm registry does not have, by Debian's package: a program that it brings, or a library that PhantomJS needs. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  libfontconfig1: ['sh', '-c', 'ldconfig -p | grep -q libfontconfig.so.1'],
  libfreetype6: ['sh', '-c', 'ldconfig -p | grep -q libfreetype.so.6'],
  links2: ['links2', '-version'],
  lynx: ['lynx', '-version'],
  w3m: ['w3m', '-version'],
  wkhtmltopdf: ['wkhtmltopdf', '--version'],
};

/**
 * On Debian, as root, installs the packages that are missing. Elsewhere, and where that fails, the tests that need one fail
 * themselves, and say which.
 */
export default function installDebianPackages(): void {
  const missing = Object.keys(PACKAGES).filter((name) => !runs(PACKAGES[name] ?? []));
  if (missing.length === 0 || process.getuid?.() !== 0 || !runs(['apt-get', '--version'])) return;
  process.stderr.write(`Installing ${missing.join(', ')} with apt-get\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...missing]]) {
    const { status } = spawnSync('apt-get', ['-q', ...args], { env: environment, stdio: ['ignore', 2, 2] });
    if (status !== 0) process.stderr.write(`apt-get ${args[0]} failed; what needs these packages will say so\n`);
  }
}

function runs([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
