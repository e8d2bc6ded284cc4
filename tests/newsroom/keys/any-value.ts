import fc from 'fast-check';
import type { GroupValue, Value } from '../../../src/newsroom/keys/described.ts';

/** Texts that are nothing but texts, and such as YAML has other kinds for. */
const ANY_TEXT = fc.oneof(
  fc.constantFrom(
    '2026-11-23',
    '2026-11-23 07:30',
    '007',
    'true',
    'null',
    'yes',
    'en',
    'opinion',
    'harbour-bridge',
    '',
  ),
  fc.string({ maxLength: 12 }),
);

const ANYTHING = fc.oneof(ANY_TEXT, fc.constantFrom(null, true, false, 0, 1.5, 2026), fc.jsonValue({ maxDepth: 2 }));

/** Names that every object has are judged elsewhere. */
const ANY_NAME = fc
  .oneof(fc.constantFrom('es', 'en-GB', 'headline', 'src'), fc.string({ maxLength: 6 }))
  .filter((name) => name !== '__proto__');

/** Values that are mostly right for a key, in every kind that it takes; at times too long, without a value, or of another kind. */
export function anyValue(value: Value): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: rightValue(value) }, { weight: 1, arbitrary: ANYTHING });
}

function rightValue(value: Value): fc.Arbitrary<unknown> {
  switch (value.kind) {
    case 'text': {
      const most = value.mostCharacters;
      if (most === undefined) return ANY_TEXT;
      const limits = fc.constantFrom(most, most + 1).map((length) => 'x'.repeat(length));
      return fc.oneof({ weight: 12, arbitrary: ANY_TEXT }, { weight: 1, arbitrary: limits });
    }
    case 'number':
      return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...value.of);
    case 'list': {
      const some = fc.array(anyValue(value.of), { maxLength: 3 });
      if (value.most === undefined || value.most > 100) return some;
      const lengths = fc.constantFrom(value.most, value.most + 1);
      const many = fc.tuple(rightValue(value.of), lengths).map(([item, length]) => new Array(length).fill(item));
      return fc.oneof({ weight: 12, arbitrary: some }, { weight: 1, arbitrary: many });
    }
    case 'group':
      return anyGroup(value);
    case 'entries': {
      const { names } = value;
      const known = names && 'known' in names ? fc.constantFrom(...names.known) : ANY_NAME;
      const name = fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: ANY_NAME });
      return fc.dictionary(name, anyValue(value.of), { maxKeys: 3, noNullPrototype: true });
    }
    case 'either':
      return fc.oneof(...value.of.map(rightValue));
  }
}

/** Groups with some of their keys, nearly always with those that must be there, and seldom with others. */
export function anyGroup({ keys }: GroupValue): fc.Arbitrary<Record<string, unknown>> {
  const required = keys.filter(({ isRequired }) => isRequired);
  const optional = keys.filter(({ isRequired }) => !isRequired);
  const whole = fc.record(Object.fromEntries(required.map(({ name, value }) => [name, rightValue(value)])), {
    noNullPrototype: true,
  });
  const arbitraries = optional.map(({ name, value }) => [name, anyValue(value)] as const);
  const some = fc
    .subarray(arbitraries, { maxLength: Math.min(4, arbitraries.length) })
    .chain((chosen) => fc.record(Object.fromEntries(chosen), { noNullPrototype: true }));
  const lacking = fc.subarray(required).map((left) => new Set(left.map(({ name }) => name)));
  const slips = fc.oneof(
    { weight: 12, arbitrary: fc.constant({ lack: new Set<string>(), more: {} }) },
    { weight: 1, arbitrary: lacking.map((lack) => ({ lack, more: {} })) },
    { weight: 1, arbitrary: ANY_NAME.map((name) => ({ lack: new Set<string>(), more: { [name]: 'x' } })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...keys).map(({ name }) => ({ lack: new Set<string>(), more: { [name]: null } })),
    },
  );
  return fc.tuple(whole, some, slips).map(([needed, chosen, { lack, more }]) => {
    const entries = Object.entries({ ...needed, ...chosen, ...more }).filter(([name]) => !lack.has(name));
    return Object.fromEntries(entries);
  });
}
