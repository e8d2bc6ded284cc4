import { pageLayouts, storyLayouts } from '../../build/layouts.ts';
import { lookAtNewsroom } from '../../build/look-at-newsroom.ts';
import { didYouMean, quote, quoteAll } from '../../diagnostics/wording.ts';
import { describeKeys, FILE_KINDS, type FileKind, keysOf } from '../../newsroom/keys/describe-keys.ts';
import { jsonSchemaOf } from '../../newsroom/keys/json-schema.ts';
import { choicesIn, type NewsroomChoices } from '../../newsroom/keys/newsroom-choices.ts';
import { contentFolder, jobsOf, readOptions, UsageError } from '../arguments.ts';
import { print } from '../output/terminal.ts';

/** `broadsheet schema story`: prints the JSON Schema of what may be written in a kind of file, or lists the kinds. */
export async function schema(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { newsroom: { type: 'boolean', default: false }, content: { type: 'string' } },
  });
  const [written, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`Unexpected ${quote(more[0])}, expected one kind of file`);
  const kind = written === undefined ? undefined : kindOf(written);
  if (values.content !== undefined && !values.newsroom)
    throw new UsageError('Unexpected --content, expected it with --newsroom');
  if (kind === undefined) {
    if (values.newsroom) throw new UsageError(`Unexpected --newsroom, expected it with ${quoteAll(FILE_KINDS)}`);
    return list();
  }
  const newsroom = values.newsroom ? await choicesOf(contentFolder(values.content)) : undefined;
  print(`${JSON.stringify(jsonSchemaOf(keysOf(kind), newsroom), undefined, 2)}\n`);
  return 0;
}

function list(): number {
  const width = Math.max(...FILE_KINDS.map(({ length }) => length)) + 2;
  for (const { kind, files } of describeKeys()) print(`${kind.padEnd(width)}${files.join(', ')}\n`);
  return 0;
}

function kindOf(written: string): FileKind {
  const kind = FILE_KINDS.find((known) => known === written);
  if (kind !== undefined) return kind;
  const hint = didYouMean(written, FILE_KINDS, 'npx broadsheet schema lists them');
  throw new UsageError(`Unexpected kind of file ${quote(written)}, expected ${quoteAll(FILE_KINDS)}; ${hint}`);
}

/** What a newsroom has to choose from, whatever else is wrong with it. */
async function choicesOf(content: string): Promise<NewsroomChoices> {
  const { edition } = await lookAtNewsroom(
    { content, now: undefined, drafts: true, url: undefined },
    jobsOf(undefined),
  );
  return choicesIn(edition, { storyLayouts: storyLayouts(), pageLayouts: pageLayouts() });
}
