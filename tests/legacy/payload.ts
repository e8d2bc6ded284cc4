import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder, demoPages } from '../site/demo.ts';

/** What the banner says in one language. */
export interface Words {
  readonly message: string;
  readonly update: string;
  readonly dismiss: string;
  readonly label: string;
}

/** The script that only old browsers ask for, as the demo was built with it. */
export interface Payload {
  /** The path of its address. */
  readonly path: string;
  readonly words: Readonly<Record<string, Words>>;
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const FOUR = new RegExp(String.raw`["']?([a-z-]+)["']?:\[(${STRING}),(${STRING}),(${STRING}),(${STRING})\]`, 'g');

/** Finds the script by what the home page asks for, and its words by how they stand in it: four to a language. */
export function readPayload(): Payload {
  const home = demoPages().find(({ path }) => path === '/')?.html ?? '';
  const [, path] = /<script>[^<]*"(\/assets\/[\w.-]+\.js)"[^<]*<\/script>/.exec(home) ?? [];
  if (path === undefined) throw new Error('The home page asks for no script, expected one for old browsers');
  const code = readFileSync(join(demoFolder(), path), 'utf8');
  const words = [...code.matchAll(FOUR)].map(([, language = '', ...strings]) => {
    const [message = '', update = '', dismiss = '', label = ''] = strings.map(unquote);
    return [language, { message, update, dismiss, label }] as const;
  });
  if (words.length === 0) throw new Error(`No words are in ${path}, expected four in each language`);
  return { path, words: Object.fromEntries(words) };
}

/** JSON has no `\\xe1`, which is shorter. */
function unquote(string: string): string {
  return JSON.parse(string.replace(/\\x([0-9a-f]{2})/gi, '\\u00$1')) as string;
}
