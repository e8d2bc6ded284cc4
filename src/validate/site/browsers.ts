import type { Site } from '../../domain/site/site.ts';
import { keyAt, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { canonical, languageHint } from '../languages.ts';
import type { Reader } from '../reader.ts';
import type { SiteValues } from './site-schema.ts';
import { type Baseline, type BaselineRead, DEFAULT_BASELINE } from '../../domain/site/baseline.ts';

/** Keeps a list of current browsers, in many languages. */
const UPDATE_URL = 'https://browsehappy.com/';
/** Its scripts run elsewhere, on a machine that is not the reader's. */
const SKIP = ['Opera Mini'];

/** Reads what is said to readers of browsers older than the baseline. */
export function readUnsupportedBrowser(
  values: SiteValues['unsupportedBrowser'],
  language: string,
  reader: Reader,
): Site['unsupportedBrowser'] {
  const { message, updateUrl, withoutScript, skip } = values ?? {};
  return {
    message: readMessage(message, language, reader),
    updateUrl: reader.link(updateUrl, 'unsupportedBrowser', 'updateUrl') ?? UPDATE_URL,
    withoutScript: withoutScript ?? false,
    // An empty text is part of every user agent.
    skip: (skip ?? SKIP).map((text) => text.trim()).filter((text) => text !== ''),
  };
}

/** A text alone is in the language of the site, wherever that is spoken. */
function readMessage(
  message: string | Readonly<Record<string, string>> | undefined,
  language: string,
  reader: Reader,
): Readonly<Record<string, string>> {
  if (message === undefined) return {};
  if (typeof message === 'string') {
    const text = reader.filled(message, 'unsupportedBrowser', 'message');
    return text === undefined ? {} : { [language.split('-')[0] ?? language]: text };
  }
  return Object.fromEntries(
    Object.entries(message).flatMap(([tag, given]) => {
      const known = canonical(tag);
      const text = reader.filled(given, 'unsupportedBrowser', 'message', tag);
      if (known === undefined) {
        const unexpected = `Unexpected language ${quote(tag)}, expected a code like \`en\` or \`es-MX\``;
        reader.note('language-invalid', keyAt('unsupportedBrowser', 'message', tag), unexpected, languageHint(tag));
      }
      return known === undefined || text === undefined ? [] : [[known, text] as const];
    }),
  );
}

/** Reads the browserslist query of the oldest browsers that the site supports, and derives what follows from it. */
export function readBaseline(
  value: string | undefined,
  baselineOf: (query: string) => BaselineRead,
  reader: Reader,
): Baseline | undefined {
  const query = reader.filled(value, 'baseline') ?? DEFAULT_BASELINE;
  const read = baselineOf(query);
  if (read.kind === 'derived') return read.baseline;
  reader.note(
    'baseline-invalid',
    valueAt('baseline'),
    `Unexpected baseline ${quote(query)}, ${read.reason}`,
    read.hint,
  );
  return undefined;
}
