import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSiteAddress } from '../../domain/site/written-address.ts';
import { nearest, quote } from '../../diagnostics/wording.ts';
import { UsageError } from '../arguments.ts';
import { pathFromHere } from '../output/report.ts';
import { print, showProgress, tell } from '../output/terminal.ts';
import { ImportError } from './archive.ts';
import { openArchive } from './open-archive.ts';
import { NO_MAPPING, readMappingFile } from './read-mapping.ts';
import { type Imported, type ImportOptions, REPORT_FILE, runImport } from './run-import.ts';
import { lookAtTarget, type Newsroom } from './target.ts';
import { politeFetch } from './write/fetch-medium.ts';

/** `broadsheet import FROM --to DIR`: moves an archive of another system into a newsroom. */
export async function importArchive(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      type: { type: 'string' },
      map: { type: 'string' },
      media: { type: 'string' },
      fetch: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      title: { type: 'string' },
      url: { type: 'string' },
      language: { type: 'string' },
      'time-zone': { type: 'string' },
    },
  });
  const [from, ...others] = positionals;
  if (from === undefined || others.length > 0)
    throw new UsageError(
      `Unexpected ${from === undefined ? 'end of the command' : `\`${others.join(' ')}\``}, expected one file or folder of an archive: npx broadsheet import export.xml --to my-paper`,
    );
  const site = {
    title: values.title,
    url: values.url === undefined ? undefined : webAddress(values.url),
    language: values.language === undefined ? undefined : language(values.language),
    timeZone: values['time-zone'] === undefined ? undefined : timeZone(values['time-zone']),
  };
  try {
    const newsroom = lookAtTarget(resolve(values.to ?? '.'));
    const mapping = values.map === undefined ? NO_MAPPING : readMappingFile(resolve(values.map));
    const isDry = values['dry-run'] === true;
    tell(`Reading ${quote(from)} …\n`);
    const media = values.media === undefined ? undefined : resolve(values.media);
    const archive = await openArchive(resolve(from), values.type, { media, site });
    const given = Object.fromEntries(Object.entries(site).filter(([, value]) => value !== undefined));
    const imported = await runImport(
      {
        ...archive,
        site: { ...archive.site, ...given },
        entries: () => archive.entries(),
        findMedia: (address, entry) => archive.findMedia(address, entry),
      },
      {
        ...{ from, newsroom, mapping, isDry, now: Date.now(), progress: progressOnTerminal() },
        fetch: values.fetch === true && !isDry ? politeFetch() : undefined,
      },
    );
    summarise(imported, archive.system, newsroom, isDry);
    return 0;
  } catch (fault) {
    if (fault instanceof ImportError) throw new UsageError(fault.message);
    throw fault;
  }
}

function summarise(imported: Imported, system: string, { folder, content }: Newsroom, isDry: boolean): void {
  const { stories, pages, contributors, media, redirects, edited, notes, report } = imported;
  if (isDry) {
    print(report);
    return;
  }
  const counts = [
    [stories, 'stories'],
    [pages, 'pages'],
    [contributors, 'contributors'],
    [media, 'media'],
    [redirects, 'redirects'],
  ].filter(([count]) => count !== 0);
  print(
    `${counts.map(([count, what]) => `${count} ${what}`).join(', ') || 'Nothing'} of ${system} imported into ${pathFromHere(content)}\n`,
  );
  if (edited > 0)
    tell(`${edited} files were left as they are: somebody has changed or removed them since the last import\n`);
  const [lost, look] = [notes.count('lost'), notes.count('look')];
  tell(
    `${lost} things are not carried and ${look} are to be looked at: ${pathFromHere(`${folder}/${REPORT_FILE}`)} says which, and where\n`,
  );
  tell(`Next: npx broadsheet check --content ${pathFromHere(content)} --summary\n`);
}

/** Says how far it is, at most four times a second, where somebody sees it. */
function progressOnTerminal(): ImportOptions['progress'] {
  let last = 0;
  return (what, done, all) => {
    const isLast = done >= all - 1;
    if (!process.stderr.isTTY || (Date.now() - last < 250 && !isLast)) return;
    last = Date.now();
    showProgress(isLast ? '' : `${what}: ${done} of ${all}`);
  };
}

function webAddress(value: string): string {
  const address = readSiteAddress(value);
  if (address.kind === 'web') return address.url;
  throw new UsageError(`Unexpected --url \`${value}\`, expected an address like https://example.com/`);
}

function language(value: string): string {
  try {
    const [code] = Intl.getCanonicalLocales(value);
    if (code !== undefined) return code;
  } catch {
    // It is told below.
  }
  throw new UsageError(`Unexpected --language \`${value}\`, expected a code such as en-GB`);
}

function timeZone(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    const meant = nearest(value, Intl.supportedValuesOf('timeZone'));
    throw new UsageError(
      `Unexpected --time-zone \`${value}\`, expected one such as Europe/London${meant ? `; did you mean ${meant}?` : ''}`,
    );
  }
}
