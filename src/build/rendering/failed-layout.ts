import { OwnFileFault } from '../../diagnostics/own-file.ts';
import { quote } from '../../diagnostics/wording.ts';
import { componentFiles } from '../../disk/layouts/templates.ts';
import { TIME_LIMIT } from '../program/time-limit.js';

/** A page that could not be printed. */
export interface FailedPage {
  /** Of its layout. */
  readonly name: string;
  readonly url: string | undefined;
}

/** So many files are named. */
const MOST = 5;

/** What is wrong with a layout that was ended, for nobody knows whether it ever would have. */
export function lateLayout(page: FailedPage): OwnFileFault {
  const what = `${TIME_LIMIT / 1000} seconds without an end`;
  return faultOf(page, {
    what,
    expected: 'it at once',
    lookFor: 'a loop that never ends',
    orElse: ', or for a pattern that tries too many ways, such as `(a+)+b`',
  });
}

/** What is wrong with a layout that throws what is no error. */
export function thrownByLayout(page: FailedPage, thrown: unknown): OwnFileFault {
  const what = `value that was thrown, ${quote(String(thrown))},`;
  const expected = 'an `Error`, which says where it was thrown';
  return faultOf(page, { what, expected, lookFor: '`throw`', orElse: ', and write `throw new Error(…)`' });
}

interface Said {
  readonly what: string;
  readonly expected: string;
  readonly lookFor: string;
  readonly orElse: string;
}

/** Nobody knows in which file it was: V8 does not say. */
function faultOf({ name, url }: FailedPage, { what, expected, lookFor, orElse }: Said): OwnFileFault {
  const own = componentFiles()
    .filter((path) => path.endsWith('.tsx') && !path.startsWith('directives/'))
    .map((path) => `layouts/${path}`);
  const layout = `layouts/${name}.tsx`;
  const [only] = own.length === 1 ? own : own.filter((path) => path === layout);
  const where = own.length > 1 && own.length <= MOST ? ` in ${own.join(', ')}, or in what these import` : '';
  return new OwnFileFault(
    only ?? 'layouts/',
    `Unexpected ${what} for ${url === undefined ? 'a page' : `the page ${url}`} (layout ${quote(name)}), expected ${expected}`,
    `look for ${lookFor}${where}${orElse}`,
  );
}
