import { isSlug } from '../../../domain/addresses.ts';
import type { EntriesForm, Form, GroupForm, ListForm } from './form.ts';
import { type Group, groupOf, isGroup, itemsOf, keysOfField, NOTHING_TO_SEE, showValue } from './show-value.ts';

/**
 * The value of YAML that a field means.
 *
 * What the field shows of the old value means that value, in whatever shape it was written; so do the entries of lists and the keys of groups that were
 * not changed, and keys of groups that no field shows stay.
 *
 * @param shown What the field shows now, see {@link showValue}.
 * @param old The value before; `undefined` where there was none.
 * @returns `undefined` where the key is to be left out.
 */
export function writeValue(form: Form, shown: unknown, old: unknown): unknown {
  if (isShownAlike(form, shown, showValue(form, old))) return old ?? undefined;
  const meant = meaningOf(form, shown);
  if (form.kind === 'list') return writeList(form, (meant ?? []) as readonly unknown[], itemsOf(old));
  if (form.kind === 'entries') return writeEntries(form, (meant ?? []) as readonly Group[], isGroup(old) ? old : {});
  if (meant === undefined) return undefined;
  switch (form.kind) {
    case 'text':
      return meant === NOTHING_TO_SEE && form.of === 'alt' ? '' : withSpaceOf(old, String(meant).trim());
    case 'group':
      return writeGroup(form, meant as Group, old);
    default:
      return typeof meant === 'string' ? meant.trim() : meant;
  }
}

/** A text with the space around it that the old one had, such as the end of a line behind a text below its key. */
function withSpaceOf(old: unknown, text: string): string {
  const [, before = '', after = ''] = (typeof old === 'string' && /^(\s*)\S(?:.*\S)?(\s*)$/s.exec(old)) || [];
  return before + text + after;
}

/** Whether two things that a field may show mean the same. */
export function isShownAlike(form: Form, one: unknown, other: unknown): boolean {
  return JSON.stringify(meaningOf(form, one)) === JSON.stringify(meaningOf(form, other));
}

/** What a field shows, without what is empty; `undefined` where nothing is left. Keys are in the order of the form. */
function meaningOf(form: Form, shown: unknown): unknown {
  if (shown === null || shown === undefined) return undefined;
  switch (form.kind) {
    case 'flag':
      return shown === form.usual ? undefined : shown === true;
    case 'number': {
      const number = typeof shown === 'string' && shown.trim() !== '' ? Number(shown) : shown;
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
    }
    case 'list': {
      const items = itemsOf(shown).flatMap((item) => meaningOf(form.item, item) ?? []);
      return items.length > 0 ? items : undefined;
    }
    case 'entries': {
      const items = itemsOf(shown).flatMap((item) => {
        const value = isGroup(item) ? meaningOf(form.value, item['value']) : undefined;
        return value === undefined || !isGroup(item) ? [] : [{ name: String(item['name'] ?? ''), value }];
      });
      return items.length > 0 ? items : undefined;
    }
    case 'group':
      return isGroup(shown) ? meaningOfGroup(form, shown) : undefined;
    default: {
      const text = String(shown);
      return text.trim() === '' ? undefined : text;
    }
  }
}

function meaningOfGroup({ fields, short }: GroupForm, shown: Group): Group | undefined {
  const meant = Object.entries(fields).flatMap(([field, form]): [string, unknown][] => {
    const isOfShort = short?.kind === 'flag' && field === short.field;
    const inner = Object.hasOwn(shown, field) ? shown[field] : undefined;
    const value = isOfShort ? inner === true || undefined : meaningOf(form, inner);
    return value === undefined ? [] : [[field, value]];
  });
  return meant.length > 0 ? groupOf(meant) : undefined;
}

/** A group of any names. Entries that no field can show stay. */
function writeEntries({ value: form }: EntriesForm, shown: readonly Group[], before: Group): Group | undefined {
  const written = new Map(Object.entries(before).filter(([, value]) => showValue(form, value) === undefined));
  for (const { name, value } of shown) {
    const key = String(name).trim();
    const made = writeValue(form, value, Object.hasOwn(before, key) ? before[key] : undefined);
    if (key !== '' && made !== undefined) written.set(key, made);
  }
  const known = Object.keys(before).filter((key) => written.has(key));
  const keys = new Set([...known, ...written.keys()]);
  return keys.size === 0 ? undefined : groupOf([...keys].map((key) => [key, written.get(key)]));
}

function writeGroup(form: GroupForm, shown: Group, old: unknown): unknown {
  const { fields, short } = form;
  const before = isGroup(old) ? old : {};
  const isOn = short?.kind === 'flag' && shown[short.field] === true;
  if (isOn && short.value === false) return false;
  const isTurnedOff = short?.kind === 'flag' && short.value && !isOn && wasOn(form, short.field, old);
  if (isTurnedOff) return undefined;
  const written = new Map(Object.entries(before));
  for (const [field, inner] of Object.entries(fields)) {
    const keys = keysOfField(form, field);
    const key = keys.find((name) => Object.hasOwn(before, name));
    const value = writeValue(inner, shown[field], key === undefined ? undefined : before[key]);
    // What a field cannot show is none of its business.
    if (value !== undefined && key !== undefined && value === before[key]) continue;
    for (const name of keys) written.delete(name);
    const [first, second = first] = keys;
    const named = typeof value === 'string' && isSlug(value) ? first : second;
    if (value !== undefined && named !== undefined) written.set(named, value);
  }
  const isWithoutKeys = [...written.keys()].every(
    (key) => short !== undefined && keysOfField(form, short.field).includes(key),
  );
  if (short?.kind === 'flag') return isWithoutKeys ? (isOn ? short.value : undefined) : inOrder(form, written, before);
  if (short && isWithoutKeys) return writeValue(fields[short.field] ?? LINE, shown[short.field], undefined);
  return inOrder(form, written, before);
}

function wasOn(form: GroupForm, field: string, old: unknown): boolean {
  const shown = showValue(form, old);
  return isGroup(shown) && shown[field] === true;
}

const LINE: Form = { kind: 'text', of: 'line' };

/** A group as it was, with new keys in the order of the form behind those that were there. */
function inOrder(form: GroupForm, written: ReadonlyMap<string, unknown>, before: Group): Group {
  const order = Object.keys(form.fields).flatMap((field) => keysOfField(form, field));
  const known = Object.keys(before).filter((key) => written.has(key));
  const rest = [...order, ...written.keys()].filter((key) => written.has(key) && !known.includes(key));
  return groupOf([...known, ...new Set(rest)].map((key) => [key, written.get(key)]));
}

/** Entries that no field can show stay, each behind the one that it stood behind. */
function writeList({ item, isShort }: ListForm, shown: readonly unknown[], all: readonly unknown[]): unknown {
  const isShown = all.map((value) => showValue(item, value) !== undefined);
  const old = all.filter((_value, index) => isShown[index]);
  const pairs = pairUp(item, shown, old);
  const written: unknown[] = [];
  let next = 0;
  const keepHiddenTo = (end: number): void => {
    for (; next < end; next += 1) if (isShown[next] === false) written.push(all[next]);
  };
  for (const [index, inner] of shown.entries()) {
    const pair = pairs[index];
    if (pair !== undefined) keepHiddenTo(all.indexOf(pair, next));
    const value = writeValue(item, inner, pair);
    if (value !== undefined) written.push(value);
  }
  keepHiddenTo(all.length);
  if (written.length === 0) return undefined;
  const [only] = written;
  return isShort && written.length === 1 && !isGroup(only) ? only : written;
}

/**
 * The old entry of each that is shown: first those that are shown alike, each once and in their order; then, between these, groups of one name (the first of
 * their fields); then what is left, one by one, if there are as many on both sides.
 */
function pairUp(item: Form, shown: readonly unknown[], old: readonly unknown[]): readonly unknown[] {
  const before = old.map((value) => JSON.stringify(meaningOf(item, showValue(item, value))));
  const pairs: unknown[] = shown.map(() => undefined);
  const gaps: { readonly shown: number[]; readonly old: number[] }[] = [];
  let gap: (typeof gaps)[number] = { shown: [], old: [] };
  let next = 0;
  for (const [index, inner] of shown.entries()) {
    const found = before.indexOf(JSON.stringify(meaningOf(item, inner)), next);
    if (found < 0) {
      gap.shown.push(index);
      continue;
    }
    for (; next < found; next += 1) gap.old.push(next);
    gaps.push(gap);
    gap = { shown: [], old: [] };
    pairs[index] = old[found];
    next = found + 1;
  }
  for (; next < old.length; next += 1) gap.old.push(next);
  const nameOf = (value: unknown): string | undefined => nameIn(item, value);
  for (const { shown: ofShown, old: ofOld } of [...gaps, gap]) {
    const left = new Set(ofOld);
    const alone = ofShown.filter((index) => {
      const name = nameOf(shown[index]);
      const same = [...left].find((at) => name !== undefined && nameOf(showValue(item, old[at])) === name);
      if (same === undefined) return true;
      pairs[index] = old[same];
      return !left.delete(same);
    });
    if (alone.length !== left.size) continue;
    const rest = [...left];
    for (const [place, index] of alone.entries()) pairs[index] = old[rest[place] ?? -1];
  }
  return pairs;
}

/** What the first field of a group shows. */
function nameIn(form: Form, shown: unknown): string | undefined {
  if (form.kind !== 'group' || !isGroup(shown)) return undefined;
  const [first = ''] = Object.keys(form.fields);
  const name = Object.hasOwn(shown, first) ? shown[first] : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
