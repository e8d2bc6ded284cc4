import { lineOfHtml } from '../../convert/html-to-markdown.ts';
import type { ArchiveCredit, ArchivePicture, Entry, ImportNote, Outline } from '../../archive.ts';
import { evaluate } from './calls/expressions.ts';
import type { Contributors } from './contributors.ts';
import { type Facts, shownValue } from './keys/facts.ts';
import { type Manuscript, readManuscript } from './manuscript.ts';
import { isOver, plainText } from './outline.ts';
import type { Project } from './project.ts';
import type { Publication } from './system.ts';
import { slugify } from './systems/paths.ts';
import type { TextWriter } from './text-writer.ts';

interface EntryTools {
  readonly project: Project;
  readonly publication: Publication;
  readonly contributors: Contributors;
  readonly writer: TextWriter;
}

/** A text with all that its file says, which is read for it once more. */
export function entryOf(outline: Outline, tools: EntryTools, translations: Entry['translations']): Entry {
  const manuscript = readManuscript(tools.project, tools.publication, outline.key);
  if (!manuscript) return withoutText(outline);
  const { facts, body } = manuscript;
  const { contributors, writer, publication } = tools;
  const credits = facts.people.map(({ name, credit }): ArchiveCredit => {
    const key = contributors.keyOf(name);
    return { contributor: key === undefined ? { name } : { key }, ...(credit === undefined ? {} : { credit }) };
  });
  const image = facts.image && pictureOf(facts.image, outline, tools);
  const keys = keysOf(facts);
  return {
    ...outline,
    ...(/<(?:em|i)>/i.test(manuscript.title) ? { headline: lineOfHtml(manuscript.title) } : {}),
    ...(facts.dek === undefined ? {} : { dek: plainText(facts.dek) }),
    ...(facts.updated === undefined ? {} : { updated: facts.updated }),
    credits,
    ...(image === undefined ? {} : { image }),
    text(context) {
      for (const note of notesOf(manuscript, publication)) context.note(note);
      return writer.text({ path: outline.key, body, title: manuscript.title, facts, url: outline.url }, context);
    },
    ...(Object.keys(keys).length === 0 ? {} : { keys }),
    ...(translations && Object.keys(translations).length > 0 ? { translations } : {}),
  };
}

/** A file that went away since the archive was opened. */
function withoutText(outline: Outline): Entry {
  return {
    ...outline,
    credits: [],
    text(context) {
      context.note({
        kind: 'lost',
        what: 'file that cannot be read',
        advice: 'look whether it is still there',
        detail: outline.key,
      });
      return '';
    },
  };
}

function pictureOf(picture: ArchivePicture, outline: Outline, { writer, publication }: EntryTools): ArchivePicture {
  const filled = picture.address.replace(
    /\{\{-?([^{}]*)-?\}\}/g,
    (_, expression: string) => evaluate(expression.trim(), publication.value) ?? '',
  );
  return { ...picture, address: writer.readAddress(outline.key)(filled) };
}

function keysOf(facts: Facts): Readonly<Record<string, unknown>> {
  const canonical = facts.canonical !== undefined && /^https?:\/\//.test(facts.canonical) ? facts.canonical : undefined;
  const series = facts.series === undefined ? '' : slugify(facts.series);
  return {
    ...(canonical === undefined ? {} : { canonical }),
    ...(facts.isHidden ? { noindex: true } : {}),
    ...(/^[a-z0-9-]+$/.test(series) ? { series } : {}),
  };
}

function notesOf({ path, facts, isUtf8, problem }: Manuscript, publication: Publication): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  if (!isUtf8)
    notes.push({
      kind: 'look',
      what: 'file that is not in UTF-8',
      advice: 'it was read as Western European text; look at its letters',
      detail: path,
    });
  if (problem !== undefined)
    notes.push({
      kind: 'look',
      what: 'front matter that cannot be read',
      advice: 'only what stands on one line was taken from it',
      detail: problem,
    });
  for (const { name, value } of facts.unread)
    notes.push({
      kind: 'look',
      what: `date of \`${name}\` that is not understood`,
      advice: 'write it as 2019-03-01',
      detail: value,
    });
  for (const { name, value } of facts.unknown)
    notes.push({
      kind: 'look',
      what: `front matter \`${name.slice(0, 60)}\``,
      advice: 'nothing is made of this key',
      detail: shownValue(value),
    });
  if (facts.expires !== undefined && isOver(facts.expires))
    notes.push({
      kind: 'look',
      what: 'date of expiry that is past',
      advice: 'the text is a draft',
      detail: facts.expires,
    });
  else if (facts.expires !== undefined)
    notes.push({
      kind: 'look',
      what: 'date of expiry to come',
      advice: 'take the text away by hand on that day',
      detail: facts.expires,
    });
  if (facts.series !== undefined && !/^[a-z0-9-]+$/.test(slugify(facts.series)))
    notes.push({
      kind: 'look',
      what: 'series whose name has no Latin letters',
      advice: 'give it an id under `series`',
      detail: facts.series,
    });
  if (publication.format === 'fences' && facts.canonical !== undefined && !/^https?:\/\//.test(facts.canonical))
    notes.push({
      kind: 'look',
      what: 'canonical address that is not whole',
      advice: 'it was left out',
      detail: facts.canonical,
    });
  return notes;
}
