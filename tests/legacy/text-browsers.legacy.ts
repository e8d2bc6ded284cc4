import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test } from '../browser/demo-test.ts';
import { readStory } from '../site/sources.ts';
import { readPayload, storyIn } from './expected-banner.ts';

/** A browser without pictures, styles or scripts, and how it prints a page. */
interface TextBrowser {
  readonly command: string;
  readonly print: readonly string[];
}

const TEXT_BROWSERS: readonly TextBrowser[] = [
  { command: 'lynx', print: ['-dump', '-nolist', '-width=200', '-assume_charset=utf-8', '-display_charset=utf-8'] },
  { command: 'w3m', print: ['-dump', '-cols', '200', '-O', 'UTF-8'] },
  { command: 'links2', print: ['-dump', '-width', '200', '-codepage', 'utf8'] },
];

test.for(TEXT_BROWSERS.map((browser) => [browser.command, browser] as const))(
  '%s prints the story from its headline to its last word, and no word of the banner',
  async ([engine, { command, print }], { site, task, expect }) => {
    const row = { engine, expected: 'the story alone' } as const;
    task.meta.engineReport = row;
    const version = await versionOf(command);
    const sentences = Object.values(readPayload().words).flatMap((words) => Object.values(words));
    const leaks: string[] = [];
    for (const language of ['en-GB', 'es'] as const) {
      const path = storyIn(language);
      const { headline, lines } = readStory(path);
      const { stdout } = await promisify(execFile)(command, [...print, site.origin + path], { encoding: 'utf8' });
      const printed = plain(stdout);
      leaks.push(...sentences.filter((sentence) => printed.includes(plain(sentence))));
      expect(printed).toContain(plain(headline));
      expect(printed).toContain(wordsOf(lines[0]).slice(0, 6).join(' '));
      expect(printed).toContain(wordsOf(lines.at(-1)).slice(-6).join(' '));
    }
    task.meta.engineReport = { ...row, version, seen: leaks.length === 0 ? 'the story alone' : leaks.join(', ') };
    expect(sentences.length).toBeGreaterThan(4);
    expect(leaks).toEqual([]);
  },
);

async function versionOf(command: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, ['-version']);
    return /\d+\.\d[\w.]*/.exec(stdout)?.[0] ?? 'unknown';
  } catch (fault) {
    throw new Error(`${command} does not start: on Debian \`apt-get install -y ${command}\`, and run again`, {
      cause: fault,
    });
  }
}

/** Letters and numbers only: browsers print quotation marks and dashes as they can. */
function plain(text: string): string {
  return wordsOf(text).join(' ');
}

function wordsOf(text = ''): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}
