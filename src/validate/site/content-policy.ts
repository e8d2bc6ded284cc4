import { type PolicySources, SOURCE_DIRECTIVES, type SourceDirective } from '../../domain/site/content-policy.ts';
import { valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';
import type { SiteValues } from './site-schema.ts';

/** A host, with or without a scheme, a port and a path, of the letters that a policy takes (Content Security Policy Level 3, 2.3.1). */
const HOST =
  /^(?:(?:https?|wss?):\/\/)?(?:\*\.)?[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d-]+)*(?::(?:\d{1,5}|\*))?(?:\/[\w/.~%@!$&()*+=:-]*)?$/i;
const SCHEME = /^(?:https|wss|data|blob|mediastream):$/;
const HASH = /^'?(sha(?:256|384|512)-[\w+/-]{43,86}={0,2})'?$/;

/** What takes hashes. */
const OF_ELEMENTS: readonly SourceDirective[] = ['script-src', 'style-src'];

/** Reads the sources that `csp` adds to the policy of all pages; nothing where the pages are to have none. */
export function readContentPolicy(values: SiteValues['csp'], reader: Reader): PolicySources | undefined {
  const { enabled = true, ...lists } = values ?? {};
  if (!enabled) return undefined;
  const sources = SOURCE_DIRECTIVES.flatMap((directive) => {
    const read = (lists[directive] ?? []).flatMap((value, index) => readSource(value, { directive, index }, reader));
    return read.length > 0 ? [[directive, [...new Set(read)]]] : [];
  });
  return Object.fromEntries(sources);
}

function readSource(
  value: string,
  { directive, index }: { readonly directive: SourceDirective; readonly index: number },
  reader: Reader,
): readonly string[] {
  const [, digest] = HASH.exec(value) ?? [];
  if (digest !== undefined && OF_ELEMENTS.includes(directive)) return [`'${digest}'`];
  // A whole scheme would let every script of the web run.
  if (isHost(value) || (SCHEME.test(value) && directive !== 'script-src')) return [value];
  const message = `Unexpected source ${quote(value)}, expected one like \`https://stats.example.com\``;
  reader.note('csp-invalid', valueAt('csp', directive, index), message, hintFor(value, directive));
  return [];
}

/** A word by itself, such as `self`, is meant to be something else. */
function isHost(value: string): boolean {
  return HOST.test(value) && /[.:]/.test(value);
}

function hintFor(value: string, directive: SourceDirective): string {
  if (/unsafe-(?:inline|hashes)|nonce-/.test(value)) {
    return 'take it out: inline scripts and styles of layouts are let through by their hash, which is made when they are printed';
  }
  if (/^'?(?:self|none)'?$/.test(value))
    return "take it out: the site's own files are allowed already, and nothing else";
  if (HASH.test(value) || directive !== 'script-src') return 'write scheme and host, or a scheme such as `data:`';
  return 'write scheme and host of each server that scripts come from, or the hash of an inline script';
}
