import type { Form, GroupForm } from './form.ts';
import { isGroup, itemsOf } from './show-value.ts';
import { isShownAlike } from './write-value.ts';

/**
 * The way to the first field that has to be filled and is not: those of a group that is empty do not count. `undefined` where all is there.
 *
 * @param shown What the fields show, see `show-value.ts`.
 */
export function findMissing(form: Form, shown: unknown): readonly string[] | undefined {
  if (isShownAlike(form, shown, undefined)) return undefined;
  if (form.kind === 'list') {
    for (const [index, item] of itemsOf(shown).entries()) {
      const missing = findMissing(form.item, item);
      if (missing) return [String(index + 1), ...missing];
    }
  }
  return form.kind === 'group' && isGroup(shown) ? findMissingKey(form, shown) : undefined;
}

/** The same for the keys of a file, which are to be filled in any case. */
export function findMissingKey(
  { fields, required }: Pick<GroupForm, 'fields' | 'required'>,
  shown: Readonly<Record<string, unknown>>,
): readonly string[] | undefined {
  for (const [field, form] of Object.entries(fields)) {
    const inner = Object.hasOwn(shown, field) ? shown[field] : undefined;
    if (required.includes(field) && isShownAlike(form, inner, undefined)) return [field];
    const missing = findMissing(form, inner);
    if (missing) return [field, ...missing];
  }
  return undefined;
}
