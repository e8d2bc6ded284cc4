import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeKeys } from '../../../src/newsroom/keys/describe-keys.ts';
import { jsonSchemaOf } from '../../../src/newsroom/keys/json-schema.ts';
import { anyGroup, anyValue } from './any-value.ts';
import { hasShape } from './shapes.ts';
import { tries } from '../../tries.ts';

describe.each(describeKeys())('the JSON Schema of a $kind', (file) => {
  const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchemaOf(file));
  const { value } = file;
  const any = value.kind === 'group' ? anyGroup(value) : anyValue(value);

  it('finds valid what validation finds of the right shape, and nothing else', () => {
    const judged = { good: 0, bad: 0 };
    fc.assert(
      fc.property(any, (values) => {
        fc.pre(typeof values === 'object' && values !== null && !Array.isArray(values));
        const given = values as Readonly<Record<string, unknown>>;
        const isGood = hasShape(file.kind, given);
        judged[isGood ? 'good' : 'bad'] += 1;

        expect({ isValid: isValid(given), given }).toEqual({ isValid: isGood, given });
      }),
      { numRuns: tries(1500) },
    );
    // A generator of nothing but slips, or of none, would try little.
    expect(judged.good).toBeGreaterThan(tries(200));
    expect(judged.bad).toBeGreaterThan(tries(200));
  });
});
