import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { filesIn } from '../files.ts';
import { HAS_OWN_FOLDER, OWN_LAYOUTS } from '../project.ts';
import { type CopyMark, originalAt, printMark, readMark, withLineFeeds, withoutMark } from './copies.ts';
import { unifiedDiff } from './line-diff.ts';

/** So many lines of a diff are told. */
const MOST_LINES = 60;

/** What is to be said of the copies of Broadsheet's files in a newsroom's `layouts/`: those whose originals have changed, or are gone. */
export function findOutdatedCopies(): readonly Finding[] {
  if (!HAS_OWN_FOLDER) return [];
  return filesIn(OWN_LAYOUTS).flatMap((file) => {
    if (!/\.(?:tsx|css|js)$/.test(file)) return [];
    return outdatedCopy(`layouts/${file}`, withLineFeeds(readFileSync(join(OWN_LAYOUTS, file), 'utf8'))) ?? [];
  });
}

/** What is to be said of a file, if it is a copy. */
export function outdatedCopy(path: string, text: string): Finding | undefined {
  const mark = readMark(text);
  if (!mark) return undefined;
  const original = originalAt(mark.path);
  if (!original) return goneFinding(path, mark);
  if (original.mark.fingerprint === mark.fingerprint) return undefined;
  const diff = unifiedDiff(withoutMark(text), original.text);
  const rest = diff.length - MOST_LINES;
  return {
    code: 'layout-outdated',
    path,
    at: WHOLE_FILE,
    message: `Unexpected copy of ${mark.path} from Broadsheet ${mark.version}, expected one of ${original.mark.version}, in which that file has changed`,
    diff: [
      ...(diff.length === 0 ? [] : [`--- ${path}`, `+++ Broadsheet ${original.mark.version}`]),
      ...diff.slice(0, MOST_LINES),
      ...(rest > 0 ? [`… and ${rest} more lines`] : []),
    ],
    hint: `take over what you need of the lines with +, then write as the first line: ${printMark(original.mark)}`,
  };
}

function goneFinding(path: string, { path: original, version }: CopyMark): Finding {
  return {
    code: 'layout-outdated',
    path,
    at: WHOLE_FILE,
    message: `Unexpected copy of ${original} from Broadsheet ${version}, expected one of a file that still exists`,
    hint: 'see in the CHANGELOG what has its place; if this file is used no more, delete it, and otherwise its first line',
  };
}
