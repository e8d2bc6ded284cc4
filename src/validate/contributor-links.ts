import type { ExternalLink } from '../domain/contributor.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import { isEmail } from './email.ts';
import type { Reader } from './reader.ts';
import type { ContributorValues } from './contributor-schema.ts';

/**
 * Reads the links of a contributor, each with a label or without: where there is none, the address without its scheme stands
 * for it. They lead to other sites, to pages of this one, or to an e-mail address.
 */
export function readContributorLinks(
  values: ContributorValues['links'] | undefined,
  reader: Reader,
): readonly ExternalLink[] {
  const seen = new Set<string>();
  return (values ?? []).flatMap((value, index): readonly ExternalLink[] => {
    const isText = typeof value === 'string';
    const written = isText ? value : value.url;
    const keys = isText ? (['links', index] as const) : (['links', index, 'url'] as const);
    const label = isText ? undefined : reader.filled(value.label, 'links', index, 'label');
    const url = readAddress(written, keys, reader);
    if (url === undefined || seen.has(url)) return [];
    seen.add(url);
    return [{ label: label ?? shortForm(url), url }];
  });
}

function readAddress(written: string, keys: readonly (string | number)[], reader: Reader): string | undefined {
  const [, mailbox] = /^mailto:(.*)$/is.exec(written.trim()) ?? [];
  if (mailbox === undefined) return reader.link(written, ...keys);
  if (isEmail(mailbox)) return `mailto:${mailbox}`;
  const message = `Unexpected address ${quote(written)}, expected one like \`mailto:name@example.com\``;
  reader.note('url-invalid', valueAt(...keys), message, 'write one e-mail address, and nothing behind it');
  return undefined;
}

/** `https://www.example.com/jane/` → `example.com/jane`. */
function shortForm(url: string): string {
  const short = url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, '').replace(/\/$/, '');
  return readable(short === '' ? url : short);
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
