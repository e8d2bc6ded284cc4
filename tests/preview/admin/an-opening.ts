import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, type Preview } from '../a-preview.ts';
import { PNG } from './an-editor.ts';

export const BRIDGE = 'content/articles/bridge.md';

/** All files of a newsroom with what they hold. */
export function filesOf({ newsroom }: Preview): Readonly<Record<string, string>> {
  const names = readdirSync(newsroom.content, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(newsroom.content, name), { throwIfNoEntry: false })?.isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(newsroom.content, name), 'latin1')]));
}

export function opening(): Promise<Preview> {
  return aPreview({
    'articles/bridge.md': aStory(),
    'fronts/home.yaml': '{}\n',
    'contributors/ana.md': '---\nname: Ana\n---\n',
  });
}

export const asset = (path: unknown, bytes: Buffer = PNG): object => ({
  path,
  content: bytes.toString('base64'),
  encoding: 'base64',
});
