import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Description {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

/**
 * What the authors of the packages ask to be handed on with copies of these: name, version, licence and its text, of each package that a
 * file is of.
 *
 * @param files Absolute paths; those of no package do not count.
 */
export function licencesOf(files: Iterable<string>): string {
  const folders = new Set([...files].flatMap((file) => packageFolder(file) ?? []));
  const told = [...folders].map((folder) => {
    const { name, version, license } = readJson(join(folder, 'package.json'));
    const texts = readdirSync(folder)
      .filter((file) => /^(?:licen[cs]e|copying|notice)(?![a-z])/i.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  const line = '-'.repeat(80);
  return `What Broadsheet's compiled program holds of other packages, and their licences.\n\n${[...new Set(told)]
    .sort()
    .map((text) => `${line}\n${text}\n`)
    .join('\n')}`;
}

/** The folder of the package that a file is of; some packages have further descriptions within them, without a name. */
function packageFolder(file: string): string | undefined {
  const within = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
  return within !== undefined && dirname(within) !== within && existsSync(join(within, 'package.json'))
    ? within
    : undefined;
}

function readJson(path: string): Description {
  return JSON.parse(readFileSync(path, 'utf8')) as Description;
}
