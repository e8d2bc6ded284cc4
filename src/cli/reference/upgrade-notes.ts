import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quote } from '../../diagnostics/wording.ts';
import { PROGRAM } from '../../disk/project.ts';
import { readOptions, UsageError } from '../arguments.ts';
import { print } from '../output/terminal.ts';

/** `broadsheet upgrade-notes`: prints what the changelog says is to be done in a newsroom after an update. */
export async function upgradeNotes(args: readonly string[]): Promise<number> {
  const { values } = readOptions({ args: [...args], options: { since: { type: 'string' } } });
  const since = values.since === undefined ? undefined : versionOf(values.since);
  if (values.since !== undefined && !since)
    throw new UsageError(`Unexpected --since ${quote(values.since)}, expected a version like 0.1.0`);
  const notes = notesSince(since, readFileSync(join(PROGRAM, 'CHANGELOG.md'), 'utf8'));
  print(notes === '' ? 'Nothing is to be done.\n' : notes);
  return 0;
}

/** The heading in a release's part of the changelog under which stands what a newsroom has to do. */
const HEADING = '### After an update';

/** What is to be done after an update from a version (or ever), the newest first; nothing, if there is nothing. */
export function notesSince(since: Version | undefined, changelog: string): string {
  return changelog
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith('## '))
    .filter((part) => {
      const version = versionOf(titleOf(part));
      // What has no number yet is newer than all that has one.
      return !version || !since || compare(version, since) > 0;
    })
    .flatMap((part) => {
      const notes = noteIn(part);
      return notes === '' ? [] : [`${titleOf(part)}\n\n${notes}\n`];
    })
    .join('\n');
}

function titleOf(part: string): string {
  return (part.split('\n', 1)[0] ?? '').slice('## '.length).trim();
}

function noteIn(part: string): string {
  const [, after = ''] = part.replaceAll('\r', '').split(`\n${HEADING}\n`);
  return (after.split(/^### /m)[0] ?? '').trim();
}

/** Major, minor and patch, and what stands behind a hyphen (Semantic Versioning 2.0). */
interface Version {
  readonly numbers: readonly [number, number, number];
  readonly preRelease: string;
}

/** A version at the head of a text: `0.2.0`, `v0.2.0`, `[0.2.0] - 2026-12-01`. */
export function versionOf(text: string): Version | undefined {
  const [, major, minor, patch, preRelease = ''] =
    /^\[?v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([\w.-]+))?(?=$|[\]\s+(])/.exec(text.trim()) ?? [];
  if (major === undefined) return undefined;
  return { numbers: [Number(major), Number(minor), Number(patch)], preRelease };
}

function compare(one: Version, other: Version): number {
  const differing = one.numbers.findIndex((number, index) => number !== other.numbers[index]);
  if (differing >= 0) return (one.numbers[differing] ?? 0) - (other.numbers[differing] ?? 0);
  if (one.preRelease === other.preRelease) return 0;
  // What comes before a release is older than that.
  if (one.preRelease === '' || other.preRelease === '') return one.preRelease === '' ? 1 : -1;
  return one.preRelease.localeCompare(other.preRelease, 'en', { numeric: true });
}
