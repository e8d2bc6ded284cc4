import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Description {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  /** As old packages say it. */
  readonly licenses?: readonly { readonly type?: string }[];
}

/**
 * What the authors of the packages ask to be handed on with copies of these, of each package that a file is of: name, version, licence, and what
 * its licence says. A text that several packages have stands once, below all of them and their copyright notices.
 *
 * @param files Absolute paths; those of no package do not count.
 */
export function licencesOf(files: Iterable<string>): string {
  const folders = [...new Set([...files].flatMap((file) => packageFolder(file) ?? []))].sort();
  const groups = new Map<string, { readonly body: string; readonly heads: Set<string> }>();
  for (const folder of folders) {
    const { name, version, license, licenses } = readJson(join(folder, 'package.json'));
    const texts = textsIn(folder);
    const told =
      license ?? licenses?.flatMap(({ type }) => type ?? []).join(' OR ') ?? (texts[0] ? 'as it says' : undefined);
    for (const text of texts) {
      const { notices, body } = cutNotices(text);
      const key = body.replace(/\s+/g, ' ').toLowerCase();
      const group = groups.get(key) ?? { body, heads: new Set() };
      groups.set(key, group);
      group.heads.add([`${name} ${version} (${told})`, ...notices.map((notice) => `  ${notice}`)].join('\n'));
    }
  }
  const line = '-'.repeat(80);
  const sections = [...groups.values()].map(({ body, heads }) =>
    [[...heads].sort().join('\n'), body].join('\n\n').trim(),
  );
  return `What Broadsheet's compiled program holds of other packages, and their licences.\n\n${sections
    .sort()
    .map((text) => `${line}\n${text}\n`)
    .join('\n')}`;
}

/** The licence of a package and what else it asks to be handed on; of one that has no such file what its README says, or an empty text. */
function textsIn(folder: string): readonly string[] {
  const all = readdirSync(folder);
  const names = all.filter((file) => /^(?:licen[cs]e|copying|notice)(?![a-z])/i.test(file));
  if (names.length > 0) return names.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const readme = all.find((file) => /^readme\b/i.test(file));
  const [, section] = readme ? (IN_README.exec(readFileSync(join(folder, readme), 'utf8')) ?? []) : [];
  return [section?.trim() ?? ''];
}

/** What stands below the heading “License”, to the next heading. */
const IN_README = /^(?:#+ *licen[cs]e:?|licen[cs]e\r?\n[=-]+)[ \t#]*$([^#]*)/im;

/** A licence in two: its copyright notices, line by line, and what all packages under that licence say. */
function cutNotices(text: string): { readonly notices: readonly string[]; readonly body: string } {
  const lines = text.split(/\r?\n/);
  const isNotice = (line: string): boolean =>
    /^\W*(?:copyright\b(?! (?:notice|holder|owner|license))|\(c\)|©)/i.test(line);
  const notices = lines.filter(isNotice).map((line) => line.trim());
  const rest = lines.filter((line) => !isNotice(line)).join('\n');
  return { notices, body: rest.replace(/\n{3,}/g, '\n\n').trim() };
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
