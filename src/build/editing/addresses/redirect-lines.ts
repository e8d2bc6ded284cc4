import { normalText } from '../../../disk/read-text.ts';
import {
  type OldAddress,
  REDIRECTS_PATH,
  type RedirectTarget,
  type Withdrawal,
} from '../../../domain/redirects/redirects.ts';
import { CONTENT_READERS } from '../../../newsroom/content-readers.ts';
import { editKeys } from '../../../newsroom/front-matter/edit-keys.ts';
import { printKey, USUAL_STYLE } from '../../../newsroom/front-matter/print-value.ts';
import type { OpenStory } from '../publish/open-story.ts';
import { edited, type ListEdited, type ListFile, listFileAt } from './content-file.ts';

/** `redirects.yaml` with other lines, and which those are; or the lines that a person has to write or to take out. */
export type RedirectsEdit =
  | { readonly kind: 'edited'; readonly lines: readonly string[]; readonly edited: ListEdited }
  | { readonly kind: 'unsure'; readonly lines: readonly string[] };

/** What an old address leads to, as it is written: an address, or that and why there is nothing any more. */
export type WrittenTarget = string | { readonly gone: string | true };

/**
 * Adds a line for each old address of which there is none; `undefined` where none is missing. What comes of it is read again, and is as it was but for these.
 */
export function addRedirectLines(
  story: OpenStory,
  olds: readonly OldAddress[],
  target: WrittenTarget,
): RedirectsEdit | undefined {
  const file = listFileAt(REDIRECTS_PATH, story);
  const known = file && targetsIn(file.text, story);
  const missing = olds.filter((old) => !known?.has(old));
  if (known && missing.length === 0) return undefined;
  const lines = missing.flatMap((old) => printKey(old, target, { ...USUAL_STYLE, lists: 'in-brackets' }));
  if (!file || !known) return { kind: 'unsure', lines };
  const { source, lineEnd } = file;
  const joint = source === '' || /[\r\n]$/.test(source) ? '' : lineEnd;
  const text = `${source}${joint}${lines.map((line) => line + lineEnd).join('')}`;
  const after = targetsIn(normalText(text), story);
  const areAdded = missing.every((old) => after?.get(old) !== undefined);
  const areKept = after?.size === known.size + missing.length;
  return areAdded && areKept ? { kind: 'edited', lines, edited: edited(file, text) } : { kind: 'unsure', lines };
}

/** Takes out the lines of old addresses; `undefined` where there are none. */
export function takeOutRedirects(story: OpenStory, olds: readonly OldAddress[]): RedirectsEdit | undefined {
  const file = listFileAt(REDIRECTS_PATH, story);
  if (!file?.bytes) return undefined;
  const wanted = new Set<string>(olds);
  const written = CONTENT_READERS.redirects({ path: file.path, text: file.text }, story.setting).value;
  const keys = written.filter((line) => 'from' in line && wanted.has(line.from)).map(({ key }) => key);
  if (keys.length === 0) return undefined;
  const text = withoutKeys(file, keys);
  return text === undefined
    ? { kind: 'unsure', lines: keys }
    : { kind: 'edited', lines: keys, edited: edited(file, text) };
}

/** A file of YAML is edited as front matter with nothing behind it. */
function withoutKeys({ source }: ListFile, keys: readonly string[]): string | undefined {
  const mark = source.startsWith('\ufeff') ? '\ufeff' : '';
  const yaml = source.slice(mark.length);
  const joint = /[\r\n]$/.test(yaml) ? '' : '\n';
  const edit = editKeys(`---\n${yaml}${joint}---\n`, new Map(keys.map((key) => [key, undefined])), []);
  if (edit.kind === 'unsure') return undefined;
  const within = edit.text.slice('---\n'.length, -'---\n'.length);
  return mark + (joint === '' ? within : within.replace(/\n$/, ''));
}

type Targets = ReadonlyMap<OldAddress, RedirectTarget | Withdrawal | undefined>;

/** Where each old address leads; `undefined` where the file cannot be read. */
function targetsIn(text: string, { setting }: OpenStory): Targets | undefined {
  const { value, findings } = CONTENT_READERS.redirects({ path: REDIRECTS_PATH, text }, setting);
  if (value.length === 0 && findings.length > 0) return undefined;
  return new Map(value.flatMap((line) => ('from' in line ? [[line.from, line.to] as const] : [])));
}
