import type { EntriesValue, GroupValue, Key, Value } from '../../keys/described.ts';
import type { ChosenFrom, Form, GroupForm, ShortForm, Suggested } from './form.ts';

/** What is said of a key beside its value, as far as it decides on the form. */
type Said = Pick<Key, 'name' | 'choices' | 'content' | 'usual'>;

/** The form of a group of keys. A key of a shape that no form is for has none: it is not shown, and stays as it is. */
export function formOfGroup({ keys }: GroupValue): GroupForm {
  const fields = keys.flatMap((key): [string, Form][] => {
    const form = formOf(key.value, key);
    return form ? [[key.name, form]] : [];
  });
  return withWordsForPicture(keys, {
    kind: 'group',
    fields: Object.fromEntries(fields),
    required: keys.flatMap(({ name, isRequired }) => (isRequired ? [name] : [])),
  });
}

function formOf(value: Value, said: Said): Form | undefined {
  switch (value.kind) {
    case 'text':
      return value.form === 'date' ? { kind: 'date' } : formOfText(said, value.form === 'paragraphs');
    case 'number':
      return { kind: 'number' };
    case 'flag':
      return { kind: 'flag', usual: said.usual === true };
    case 'choice':
      return { kind: 'choice', options: value.of.map((word) => ({ label: String(word), value: String(word) })) };
    case 'list': {
      const item = formOf(value.of, said);
      return item && { kind: 'list', item, isShort: false };
    }
    case 'group':
      return formOfGroup(value);
    case 'entries':
      return formOfEntries(value, said);
    case 'either':
      return formOfEither(value.of, said);
  }
}

const SUGGESTED: readonly string[] = ['contributors', 'topics', 'languages', 'series'] satisfies readonly Suggested[];
const CHOSEN: readonly string[] = ['sections', 'storyLayouts', 'pageLayouts'] satisfies readonly ChosenFrom[];

function formOfText({ choices, content }: Said, hasParagraphs: boolean): Form {
  if (choices && CHOSEN.includes(choices.from)) return { kind: 'choice', options: choices.from as ChosenFrom };
  const of = content === 'picture' ? 'picture' : hasParagraphs ? 'paragraphs' : 'line';
  const suggests = choices && SUGGESTED.includes(choices.from) ? { suggests: choices.from as Suggested } : {};
  return { kind: 'text', of, ...suggests };
}

function formOfEntries({ of }: EntriesValue, said: Said): Form | undefined {
  const value = formOf(of, { ...said, usual: undefined });
  return value && { kind: 'entries', value };
}

/** A value that may be of several kinds has the form of the richest of them, if that can show the others in short. */
function formOfEither(kinds: readonly Value[], said: Said): Form | undefined {
  const [simple, rich, ...others] = kinds;
  if (!simple || !rich || others.length > 0) return undefined;
  if (rich.kind === 'list') {
    const item = formOf(rich.of, said);
    return item && simple.kind === 'text' ? { kind: 'list', item, isShort: true } : undefined;
  }
  if (rich.kind !== 'group') return undefined;
  if (simple.kind === 'text') return withShortText(rich, said);
  const value = simple.kind === 'choice' ? simple.of[0] : simple.kind === 'flag';
  if (typeof value !== 'boolean') return undefined;
  const group = formOfGroup(rich);
  const short: ShortForm = { kind: 'flag', field: value ? 'on' : 'off', value };
  return { ...group, fields: { [short.field]: { kind: 'flag', usual: false }, ...group.fields }, short };
}

/** A group for which a text may stand: the text is shown in the field of the key that it means. */
function withShortText(rich: GroupValue, said: Said): GroupForm {
  const group = formOfGroup(rich);
  const names = rich.keys.map(({ name }) => name);
  const text = formOfText(said, false);
  if (names.includes('id') && names.includes('name')) {
    const { id: _id, name: _name, ...fields } = group.fields;
    const short: ShortForm = { kind: 'text', field: 'who', keys: ['id', 'name'] };
    return { ...group, fields: { who: text, ...fields }, required: ['who'], short };
  }
  const key = ['name', 'url'].find((name) => names.includes(name));
  const field = key ?? 'name';
  const short: ShortForm = { kind: 'text', field, keys: key === undefined ? [] : [key] };
  const { [field]: own, ...fields } = group.fields;
  const required = key === undefined ? [] : group.required.filter((name) => name === key);
  return { ...group, fields: { [field]: own ?? text, ...fields }, required, short };
}

/** Wherever a picture may be named, there have to be words for those who cannot see it. */
function withWordsForPicture(keys: readonly Key[], group: GroupForm): GroupForm {
  const isPicture = keys.some(({ name, content }) => name === 'src' && content === 'picture');
  if (!isPicture || !Object.hasOwn(group.fields, 'alt')) return group;
  const fields = { ...group.fields, alt: { kind: 'text', of: 'alt' } as const };
  return { ...group, fields, required: [...new Set([...group.required, 'alt'])] };
}
