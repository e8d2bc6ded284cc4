import { slipsBetween } from '../diagnostics/slips.ts';

/** A field that a template asked for and that its data does not have, and the one that was most likely meant. */
export interface MissedField {
  readonly name: string;
  readonly meant: string;
}

/**
 * The data of a page as it is given to a template, which is told of each field that it asks for and that is almost one of those there
 * are: a template prints nothing in the place of what there is not.
 */
export function watchFields(data: unknown, onMiss: (field: MissedField) => void): unknown {
  const known = new WeakMap<object, unknown>();
  return watched(data);

  function watched(value: unknown): unknown {
    if (!isPlain(value)) return value;
    const made = known.get(value) ?? new Proxy(value, { get, getOwnPropertyDescriptor: own });
    known.set(value, made);
    return made;
  }

  function get(target: object, key: string | symbol, receiver: unknown): unknown {
    const value: unknown = Reflect.get(target, key, receiver);
    const field = own(target, key);
    // What cannot change must be handed over as it is.
    return field && !field.configurable && !field.writable ? value : watched(value);
  }

  /** Liquid asks for a field whether it is there, before it asks for it. */
  function own(target: object, key: string | symbol): PropertyDescriptor | undefined {
    if (typeof key === 'string' && !Array.isArray(target) && !(key in target)) {
      const meant = nearField(key, target);
      if (meant !== undefined) onMiss({ name: key, meant });
    }
    return Reflect.getOwnPropertyDescriptor(target, key);
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}

/** The field of some data that is one slip from a name, in letters of any size; short names are all near each other. */
function nearField(name: string, data: object): string | undefined {
  if (name.length < 4) return undefined;
  const wanted = name.toLowerCase();
  return Object.keys(data).find((field) => {
    const other = field.toLowerCase();
    return Math.abs(other.length - wanted.length) <= 1 && slipsBetween(other, wanted) <= 1;
  });
}
