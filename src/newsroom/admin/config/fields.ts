import type { Key, Value } from '../../keys/described.ts';
import type { NewsroomChoices } from '../../keys/newsroom-choices.ts';
import type { Form, GroupForm } from '../forms/form.ts';

/** A field as Decap CMS is told of it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly [setting: string]: unknown;
}

/** What a field is called, and what is said of it. */
interface Said {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  /** The keys of the group that the value is, or that its entries are. */
  readonly keys: readonly Key[];
}

/** The fields of a group of keys, in the order of its form. */
export function fieldsOf(form: GroupForm, keys: readonly Key[], choices: NewsroomChoices): readonly Field[] {
  return Object.entries(form.fields).map(([name, inner]) => {
    const key = keys.find((one) => one.name === name);
    const required = form.required.includes(name);
    const said = key
      ? { name, label: key.label, hint: hintOf(key), required, keys: keysWithin(key.value) }
      : { name, label: OWN_LABELS[name] ?? name, required, keys: [] };
    return fieldOf(inner, said, choices);
  });
}

/** Fields that are no keys: what stands in short for a group. */
const OWN_LABELS: Readonly<Record<string, string>> = {
  who: 'Id or name',
  name: 'Name',
  on: 'Yes',
  off: 'No strip at all',
};

/** What the field of the name of a new file is called. */
export const FILE_LABEL = 'File name';

/** The label of a field, by the way to it: `Lead picture: What it shows`. */
export function labelOf(fields: readonly Field[], way: readonly string[]): string {
  const [name, ...rest] = way;
  const field = fields.find((one) => one.name === name);
  if (!field) return way.join(': ');
  const inner = field['fields'] as readonly Field[] | undefined;
  const [next] = rest;
  const isOfList = next !== undefined && /^\d+$/.test(next);
  const label = isOfList ? `${field.label} ${next}` : field.label;
  const below = isOfList ? rest.slice(1) : rest;
  return below.length === 0 ? label : `${label}: ${labelOf(inner ?? [], below)}`;
}

function fieldOf(form: Form, { keys, ...said }: Said, choices: NewsroomChoices): Field {
  switch (form.kind) {
    case 'text':
      return { ...said, ...widgetOfText(form) };
    case 'date':
      return { ...said, widget: 'broadsheet-date' };
    case 'number':
      return { ...said, widget: 'number', value_type: 'float', step: 'any' };
    case 'flag':
      return { ...said, required: false, widget: 'boolean', default: form.usual };
    case 'choice': {
      const options = typeof form.options === 'string' ? choices[form.options] : form.options;
      return { ...said, widget: 'select', options: options.map(({ label, value }) => ({ label, value })) };
    }
    case 'list':
      return { ...said, ...listOf(form.item, { ...said, keys }, choices) };
    case 'entries': {
      const name = { name: 'name', label: 'For', widget: 'string', required: true };
      const value = fieldOf(form.value, { name: 'value', label: 'Value', required: true, keys: [] }, choices);
      return { ...said, widget: 'list', collapsed: true, summary: '{{fields.name}}', fields: [name, value] };
    }
    case 'group':
      return { ...said, widget: 'object', collapsed: !said.required, fields: inner(form, keys, choices) };
  }
}

function widgetOfText({ of, suggests }: Extract<Form, { readonly kind: 'text' }>): Pick<Field, 'widget'> {
  if (suggests) return { widget: 'broadsheet-suggest', suggests } as Pick<Field, 'widget'>;
  if (of === 'picture') return { widget: 'image', choose_url: false } as Pick<Field, 'widget'>;
  return { widget: of === 'paragraphs' ? 'text' : 'string' };
}

function listOf(item: Form, { label, keys }: Said, choices: NewsroomChoices): Pick<Field, 'widget'> {
  const list = { widget: 'list', label_singular: singular(label), collapsed: false, minimize_collapsed: true };
  if (item.kind !== 'group') {
    const one = { name: 'item', label: singular(label), required: false, keys: [] };
    return { ...list, field: fieldOf(item, one, choices) } as Pick<Field, 'widget'>;
  }
  const [first = ''] = Object.keys(item.fields);
  const summary = `{{fields.${first}}}`;
  return { ...list, summary, fields: inner(item, keys, choices, true) } as Pick<Field, 'widget'>;
}

/**
 * The fields within a group. Whether one has to be filled is judged when a file is saved, for it depends on whether anything else of the group is; only
 * an entry of a list is there because somebody added it.
 */
function inner(form: GroupForm, keys: readonly Key[], choices: NewsroomChoices, isEntry = false): readonly Field[] {
  return fieldsOf(form, keys, choices).map((field) => (isEntry ? field : { ...field, required: false }));
}

function keysWithin(value: Value): readonly Key[] {
  switch (value.kind) {
    case 'group':
      return value.keys;
    case 'list':
    case 'entries':
      return keysWithin(value.of);
    case 'either':
      return value.of.flatMap(keysWithin);
    default:
      return [];
  }
}

function hintOf({ help, otherwise, examples }: Key): string {
  const [example] = examples;
  const shown = typeof example === 'string' ? ` Such as “${example}”.` : '';
  const missing = otherwise === undefined ? '' : ` Otherwise: ${otherwise}.`;
  return inQuotes(`${help}${shown}${missing}`);
}

/** Code in backticks is set between quotation marks: hints are plain words. */
export function inQuotes(text: string): string {
  return text.replaceAll(/`([^`]*)`/g, (_code, inner: string) => (inner.includes('"') ? inner : `“${inner}”`));
}

function singular(label: string): string {
  return label.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
}
