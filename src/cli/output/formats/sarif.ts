import { type Code, entryOf, isInCatalogue } from '../../../diagnostics/catalogue.ts';
import type { Diagnostic, Place, Told } from '../../../diagnostics/diagnostic.ts';
import { visible } from '../../../diagnostics/wording.ts';
import { identify } from './identity.ts';

/** What names the program that found all this. */
export interface SarifTool {
  readonly version: string;
  /** Where its documents are on the web, if they are anywhere. */
  readonly homepage: string | undefined;
}

/** GitHub takes no more results of a run. */
const MOST_RESULTS = 25_000;

const LEVELS = { error: 'error', warn: 'warning' } as const;
type Level = 'error' | 'warning' | 'note';

/** Paths are from here: the root of the repository. Where that is on this machine is nobody's business. */
const ROOT = '%SRCROOT%';

/**
 * Prints diagnostics in SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which GitHub's code scanning and editors read: a run with the
 * codes that were met as its rules. What is still to do in drafts is a note.
 */
export function printSarif(told: Told, tool: SarifTool): string {
  const ofDrafts = new Set(told.toDo);
  const all = [...told.diagnostics, ...told.toDo];
  const found = [...all].sort((one, other) => urgency(one, ofDrafts) - urgency(other, ofDrafts)).slice(0, MOST_RESULTS);
  const codes = [...new Set(found.map(({ code }) => code))].sort();
  const indices = new Map(codes.map((code, index) => [code, index]));
  const results = identify(found).map(({ diagnostic, identity }) => ({
    ruleId: diagnostic.code,
    ruleIndex: indices.get(diagnostic.code),
    level: levelOf(diagnostic, ofDrafts),
    message: { text: textOf(diagnostic) },
    locations: [{ physicalLocation: { ...locationOf(diagnostic), ...regionsOf(diagnostic) } }],
    ...(diagnostic.related.length > 0 && { relatedLocations: diagnostic.related.map(relatedOf) }),
    // The second is the one by which GitHub knows a result again.
    partialFingerprints: { 'broadsheetFinding/v1': identity, primaryLocationLineHash: `${identity}:1` },
  }));
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Broadsheet',
            version: tool.version,
            ...(tool.homepage !== undefined && { informationUri: tool.homepage }),
            rules: codes.map((code) => ruleOf(code, tool)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the newsroom’s repository.' } } },
        results,
      },
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function urgency(diagnostic: Diagnostic, ofDrafts: ReadonlySet<Diagnostic>): number {
  return ['error', 'warning', 'note'].indexOf(levelOf(diagnostic, ofDrafts));
}

function levelOf(diagnostic: Diagnostic, ofDrafts: ReadonlySet<Diagnostic>): Level {
  return ofDrafts.has(diagnostic) ? 'note' : LEVELS[diagnostic.severity];
}

function ruleOf(code: Code, { homepage }: SarifTool): object {
  const { severity, meaning } = entryOf(code);
  const document = isInCatalogue(code) ? `docs/diagnostics.md#${code}` : 'docs/extending.md';
  const where = `See ${document} in node_modules/broadsheet/.`;
  return {
    id: code,
    shortDescription: { text: firstSentence(meaning) },
    fullDescription: { text: meaning },
    help: { text: `${meaning} ${where}`, markdown: `${meaning}\n\n${where}` },
    ...(homepage !== undefined && { helpUri: new URL(document, homepage.replace(/\/*$/, '/')).href }),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function firstSentence(meaning: string): string {
  return /^.*?[.](?= |$)/.exec(meaning)?.[0] ?? meaning;
}

function textOf({ message, hint, diff = [] }: Diagnostic): string {
  const parts = [visible(message), ...(hint === undefined ? [] : [`hint: ${visible(hint)}`]), ...diff.map(visible)];
  return parts.map(withoutLinks).join('\n');
}

/** A text in which nothing is an embedded link, `[words](address)` (SARIF 2.1.0, 3.11.6): somebody's Markdown is quoted, and leads nowhere. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '\\](');
}

function locationOf({ path }: { readonly path: string }): object {
  return { artifactLocation: { uri: uriOf(path), uriBaseId: ROOT } };
}

/** A path as a relative reference (RFC 3986): percent-encoded, so that no part of it is taken for anything else. */
function uriOf(path: string): string {
  const uri = path
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join('/');
  return uri.startsWith('/') ? `./${uri.replace(/^\/+/, '')}` : uri;
}

/** Columns and lengths are counted in UTF-16 code units, as ours are. Of a file as such, GitHub wants a line all the same. */
function regionsOf({ line, column, length, excerpt }: Diagnostic): object {
  if (excerpt === undefined) return { region: { startLine: line } };
  const endColumn = Math.max(column, Math.min(column + length, excerpt.length + 1));
  const snippet = { text: wellFormed(excerpt.slice(column - 1, endColumn - 1)) };
  const region = { startLine: line, startColumn: column, endColumn, snippet };
  // What is around a region is more than it (3.29.5 of the standard).
  if (column === 1 && endColumn === excerpt.length + 1) return { region };
  return { region, contextRegion: { startLine: line, snippet: { text: wellFormed(excerpt) } } };
}

/** A text without halves of characters, which are no Unicode. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

function relatedOf(place: Place, id: number): object {
  return {
    id,
    physicalLocation: { ...locationOf(place), region: { startLine: place.line, startColumn: place.column } },
    message: { text: withoutLinks(visible(place.message)) },
  };
}
