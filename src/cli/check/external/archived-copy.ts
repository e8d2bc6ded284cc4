import type { Ask } from '../../web/ask.ts';

/** The address of a page in the Internet Archive's Wayback Machine, near a day: what is there if anything is. */
export function copyToLookFor(url: string, instant: number | undefined): string {
  return `https://web.archive.org/web/${dayOf(instant) ?? '2'}/${url}`;
}

/**
 * Asks the Wayback Machine for the copy of a page nearest to a day (https://archive.org/help/wayback_api.php).
 *
 * @returns The address of the copy; `null` where there is none; undefined where the archive does not say.
 */
export async function findCopy(url: string, instant: number | undefined, ask: Ask): Promise<string | null | undefined> {
  const api = new URL('https://archive.org/wayback/available');
  api.searchParams.set('url', url);
  const day = dayOf(instant);
  if (day !== undefined) api.searchParams.set('timestamp', day);
  try {
    const { status, text } = await ask(api, { method: 'GET', mostBytes: 100_000 });
    return status === 200 ? readCopy(JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}

const COPY = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}[a-z_]*\/\S+$/;

function readCopy(given: unknown): string | null | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { archived_snapshots: snapshots } = given as { readonly archived_snapshots?: { readonly closest?: unknown } };
  if (snapshots?.closest === undefined) return null;
  const { available, url } = snapshots.closest as { readonly available?: unknown; readonly url?: unknown };
  if (available !== true || typeof url !== 'string' || !COPY.test(url)) return null;
  return url.replace(/^http:/, 'https:');
}

/** `20261123`: a day in UTC. */
function dayOf(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 10).replaceAll('-', '');
}
