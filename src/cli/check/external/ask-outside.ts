import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { absoluteUrl } from '../../../domain/site/site.ts';
import type { Edition } from '../../../domain/edition.ts';
import type { Finding } from '../../../diagnostics/finding.ts';
import { plural } from '../../output/report.ts';
import { showProgress } from '../../output/terminal.ts';
import { askTheWeb } from '../../web/ask.ts';
import { MANNERS, ROBOT } from './ask-links.ts';
import { checkExternal, type ExternalChecked } from './check-external.ts';

/** Without an answer, in milliseconds. */
const TIMEOUT = 20_000;

/** What is wrong with links to other sites, and how many there are, in a line. */
export interface Outside {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: string;
}

/** A newsroom as it was read. */
export interface ReadBefore {
  readonly edition: Edition;
  readonly pinpoint: (findings: readonly Finding[]) => readonly Diagnostic[];
}

/** Asks the web for what a newsroom links to. Its folders are absolute paths. */
export async function askOutside(
  { edition, pinpoint }: ReadBefore,
  folders: { readonly content: string; readonly cache: string },
): Promise<Outside> {
  // Whoever reads logs of a host finds out whose links these are.
  const userAgent = `${ROBOT}/1.0 (+${absoluteUrl(edition.site, '/')})`;
  const isShown = process.stderr.isTTY === true && process.env['CI'] === undefined;
  const checked = await checkExternal({
    ...folders,
    edition,
    ask: askTheWeb({ userAgent, timeout: TIMEOUT }),
    manners: MANNERS,
    now: Date.now,
    sleep: (milliseconds) => sleep(milliseconds),
    isOnline,
    onProgress: (asked, total) => {
      if (isShown) showProgress(`Asking for links to other sites ${asked} of ${total} …`);
    },
  });
  if (isShown) showProgress('');
  return { diagnostics: pinpoint(checked.findings), summary: describe(checked) };
}

/** Names that are there as long as the internet is. */
const EVERYWHERE = ['example.com', 'archive.org'];

/** Whether this machine has a way to the web, as far as names tell. */
async function isOnline(): Promise<boolean> {
  const found = await Promise.allSettled(EVERYWHERE.map((name) => lookup(name)));
  return found.some(({ status }) => status === 'fulfilled');
}

function describe({ addresses, asked, offline, later }: ExternalChecked): string {
  const unasked = offline > 0 ? `; ${offline} could not be asked for: is this machine on the internet?` : '';
  const left = later > 0 ? `; ${later} left for another time, for their hosts want to be left alone now` : '';
  return `${plural(addresses, 'address', 'addresses')} of other sites, ${asked} asked for now${unasked}${left}\n`;
}
