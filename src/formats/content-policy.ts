import { hash } from 'node:crypto';
import { type PolicySources, SOURCE_DIRECTIVES } from '../domain/site/content-policy.ts';

/** What Broadsheet's own pages load: the site's own files. Whatever stands in no directive is not loaded. */
const OWN_SOURCES: PolicySources = {
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'media-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
};

/** What a policy is printed of. */
export interface PolicyParts {
  /** The inline scripts of every page. */
  readonly scripts: readonly string[];
  /** What the newsroom adds. */
  readonly sources: PolicySources;
  /** Whether the site's own address is `https:`. */
  readonly isSecure: boolean;
}

/** Prints the policy of all pages of a site (Content Security Policy Level 3). */
export function printContentPolicy({ scripts, sources, isSecure }: PolicyParts): string {
  const listed = SOURCE_DIRECTIVES.flatMap((directive) => {
    const inline = directive === 'script-src' ? scripts.map(hashSource) : [];
    const all = [...(OWN_SOURCES[directive] ?? []), ...inline, ...(sources[directive] ?? [])];
    return all.length > 0 ? [`${directive} ${[...new Set(all)].join(' ')}`] : [];
  });
  const fixed = ["default-src 'none'", ...listed, "manifest-src 'self'", "object-src 'none'", "base-uri 'none'"];
  // The site's own addresses are paths: only what comes from elsewhere may be asked for without encryption.
  const hasOthers = Object.keys(sources).length > 0;
  return [...fixed, ...(isSecure && hasOthers ? ['upgrade-insecure-requests'] : [])].join('; ');
}

/** The source by which a policy lets an inline script or style through: the hash of its text. */
function hashSource(text: string): string {
  // What browsers hash has been through their parser, which knows one end of a line.
  return `'sha256-${hash('sha256', text.replace(/\r\n?/g, '\n'), 'base64')}'`;
}

/** How a page begins its policy. */
const POLICY = '<meta http-equiv="Content-Security-Policy" content="';

/** Adds sources to the policy of a page; a page that has none is left as it is. */
export function addSources(html: string, sources: PolicySources): string {
  const start = html.indexOf(POLICY) + POLICY.length;
  const end = html.indexOf('"', start);
  if (start < POLICY.length || end < 0) return html;
  let policy = html.slice(start, end);
  for (const directive of SOURCE_DIRECTIVES) {
    const added = (sources[directive] ?? []).filter((source) => !policy.includes(source));
    if (added.length > 0) policy = withSources(policy, directive, [...new Set(added)].join(' '));
  }
  return html.slice(0, start) + policy + html.slice(end);
}

function withSources(policy: string, directive: string, added: string): string {
  const parts = policy.split('; ');
  if (!parts.some((part) => part.startsWith(`${directive} `))) return `${policy}; ${directive} ${added}`;
  return parts.map((part) => (part.startsWith(`${directive} `) ? `${part} ${added}` : part)).join('; ');
}

/**
 * The sources of the inline scripts and styles of a page, or of a part of one.
 *
 * @param isTrusted Whether one with that text is to be let through.
 */
export function inlineSources(html: string, isTrusted: (text: string) => boolean = () => true): PolicySources {
  const found = inlineElements(html).filter(({ text }) => isTrusted(text));
  const sourcesOf = (name: InlineElement['name']): readonly string[] =>
    found.filter((element) => element.name === name).map(({ text }) => hashSource(text));
  return { 'script-src': sourcesOf('script'), 'style-src': sourcesOf('style') };
}

interface InlineElement {
  readonly name: 'script' | 'style';
  readonly text: string;
}

/** The elements of a page that a policy judges by their text. */
function inlineElements(html: string): readonly InlineElement[] {
  const found: InlineElement[] = [];
  const openings = /<(script|style)(?=[\s/>])/gi;
  for (let opening = openings.exec(html); opening; opening = openings.exec(html)) {
    const name = opening[1]?.toLowerCase() === 'style' ? 'style' : 'script';
    const start = endOfTag(html, openings.lastIndex);
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    closing.lastIndex = start;
    const end = start < 0 ? undefined : closing.exec(html)?.index;
    if (end === undefined) break;
    const tag = html.slice(opening.index, start);
    if (name === 'style' || isInlineScript(tag)) found.push({ name, text: html.slice(start, end) });
    openings.lastIndex = end;
  }
  return found;
}

/** The index behind the `>` of a tag; −1 where it has none. */
function endOfTag(html: string, from: number): number {
  let quote: string | undefined;
  for (let index = from; index < html.length; index += 1) {
    const sign = html[index];
    if (quote !== undefined) {
      if (sign === quote) quote = undefined;
    } else if (sign === '>') {
      return index + 1;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
    }
  }
  return -1;
}

function isInlineScript(tag: string): boolean {
  if (/\ssrc\s*=/i.test(tag)) return false;
  const [, type] = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(tag) ?? [];
  return runsAsScript(type);
}

/** Whether a `script` element of that type is run, or says how others are; those of all other types are data (HTML, 4.12.1). */
export function runsAsScript(type: string | undefined): boolean {
  return type === undefined || /^(?:|(?:text|application)\/(?:java|ecma)script|module|importmap)$/i.test(type);
}
