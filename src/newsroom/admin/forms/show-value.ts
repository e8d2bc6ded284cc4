import { isMap, PlainScalar } from '../../../domain/content/source.ts';
import type { Form, GroupForm } from './form.ts';

/** Two quotation marks alone: what a field of the words for a picture shows of an empty text. */
export const NOTHING_TO_SEE = '""';

/** A group of keys, of YAML or of what is shown. */
export type Group = Readonly<Record<string, unknown>>;

/**
 * What a field shows of a value of YAML: texts, numbers, flags, and lists and objects of such. `undefined` where the field cannot show it: it is empty
 * then, and the value stays what it is until the field is filled.
 */
export function showValue(form: Form, value: unknown): unknown {
  if (value === null || value === undefined) return form.kind === 'flag' ? form.usual : undefined;
  switch (form.kind) {
    case 'text':
      return form.of === 'alt' && value === '' ? NOTHING_TO_SEE : textOf(value);
    case 'date':
    case 'choice':
      return textOf(value);
    case 'number': {
      const number = plainOf(value);
      return typeof number === 'number' ? number : undefined;
    }
    case 'flag': {
      const flag = plainOf(value);
      return typeof flag === 'boolean' ? flag : undefined;
    }
    case 'list':
      return itemsOf(value).flatMap((item) => showValue(form.item, item) ?? []);
    case 'entries':
      return isGroup(value)
        ? Object.entries(value).flatMap(([name, inner]) => {
            const shown = showValue(form.value, inner);
            return shown === undefined ? [] : [{ name, value: shown }];
          })
        : undefined;
    case 'group':
      return showGroup(form, value);
  }
}

/** The entries of a list; a value that is none is a list of that alone. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether a value is a group of keys. */
export function isGroup(value: unknown): value is Group {
  return isMap(value);
}

/** The keys that a field stands for. */
export function keysOfField({ short }: GroupForm, field: string): readonly string[] {
  if (short?.field !== field) return [field];
  return short.kind === 'text' ? short.keys : [];
}

function showGroup(form: GroupForm, value: unknown): Group | undefined {
  const { short, fields } = form;
  if (!isGroup(value)) {
    if (short?.kind === 'flag') {
      const flag = plainOf(value);
      return typeof flag === 'boolean' ? groupOf([[short.field, flag === short.value]]) : undefined;
    }
    const text = short && textOf(value);
    return short && text !== undefined ? groupOf([[short.field, text]]) : undefined;
  }
  const shown = Object.entries(fields).map(([field, inner]): [string, unknown] => {
    if (short?.kind === 'flag' && field === short.field) return [field, short.value];
    const key = keysOfField(form, field).find((name) => Object.hasOwn(value, name) && value[name] !== null);
    return [field, showValue(inner, key === undefined ? undefined : value[key])];
  });
  return groupOf(shown.filter(([, inner]) => inner !== undefined));
}

/** `__proto__` is a key like any other. */
export function groupOf(entries: readonly (readonly [string, unknown])[]): Group {
  return Object.fromEntries(entries);
}

/** A value that is no list and no group as a text; a number as it was written. */
function textOf(value: unknown): string | undefined {
  if (value instanceof PlainScalar) return value.written;
  return typeof value === 'object' || value === undefined ? undefined : String(value);
}

function plainOf(value: unknown): unknown {
  return value instanceof PlainScalar ? value.value : value;
}
