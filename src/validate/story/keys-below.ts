import type { Manuscript } from '../../domain/content/source.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { articleSchema } from './article-schema.ts';

const KEY = /^(["']?)([A-Za-z]+)\1:(?:[ \t]+\S|[ \t]*$)/;

/** A key of a story that begins its text, for it stands below the second line of `---`: readers see it, and nothing obeys it. */
export function findKeysBelow({ path, body, bodyLine, frontMatter }: Manuscript): readonly Finding[] {
  if (frontMatter.kind !== 'read') return [];
  const [space = ''] = /^\s*/.exec(body) ?? [];
  const [line = ''] = body.slice(space.length, space.length + LONGEST).split('\n', 1);
  const key = KEY.exec(line)?.[2];
  if (key === undefined || !Object.hasOwn(articleSchema.shape, key)) return [];
  const at = {
    kind: 'position',
    line: bodyLine + space.split('\n').length - 1,
    column: space.length - space.lastIndexOf('\n'),
    length: line.trimEnd().length,
  } as const;
  const message = `Unexpected ${quote(line.trim())} in the text, expected keys above the second line of \`---\``;
  const hint =
    'move the line above the second `---`, with those that belong to it; or begin the text with another word';
  return [{ code: 'key-below', path, at, message, hint }];
}

/** No line of a key that somebody would see is longer. */
const LONGEST = 300;
