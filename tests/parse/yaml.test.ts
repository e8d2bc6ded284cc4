import { describe, expect, it } from 'vitest';
import { PlainScalar } from '../../src/domain/content/source.ts';
import { readYaml } from '../../src/parse/yaml.ts';

describe('YAML', () => {
  it.each([
    ['a: 2026-11-23', '2026-11-23'],
    ['a: 2026-11-23 07:30', '2026-11-23 07:30'],
    ['a: no', 'no'],
    ['a: yes', 'yes'],
    ['a: 07:30', '07:30'],
    ['a: true', true],
    ['a: 12', new PlainScalar('12', 12)],
    ['a: 007', new PlainScalar('007', 7)],
    ['a: -1.5e3', new PlainScalar('-1.5e3', -1500)],
    ['a: ~', null],
    ['a:', null],
    ['a: "x"', 'x'],
  ])('keeps what was written: %s', (yaml, value) => {
    expect(readYaml(yaml, 1)).toEqual({ kind: 'read', values: { a: value } });
  });

  it.each([
    ['a: [1', 'syntax'],
    ['a: b: c', 'syntax'],
    ['a: "b', 'syntax'],
    ['\ta: 1', 'syntax'],
    ['a: 1\n---\nb: 2', 'syntax'],
    ["a: !!js/function 'function () {}'", 'syntax'],
    ['a: !!js/regexp /x/', 'syntax'],
    ['a: 1\na: 2', 'duplicate-key'],
    ['a: { b: 1, b: 2 }', 'duplicate-key'],
    ['a: *nobody', 'syntax'],
    ['['.repeat(20_000), 'syntax'],
  ])('says what is wrong with it: %j', (yaml, kind) => {
    expect(readYaml(yaml.slice(0, 20_000), 1)).toMatchObject({ kind: 'broken', problem: { kind } });
  });

  it('says where, in the lines of the file', () => {
    expect(readYaml('a: 1\nb: [1,\n', 10)).toMatchObject({ kind: 'broken', problem: { line: 12 } });
  });

  it('may repeat a value by an alias', () => {
    expect(readYaml('a: &x [c, d]\nb: *x', 1)).toEqual({ kind: 'read', values: { a: ['c', 'd'], b: ['c', 'd'] } });
  });

  it('may not multiply values by aliases', () => {
    const levels = 'bcdefgh'.split('').map((name, level) => {
      const before = `*${'abcdefg'[level]}`;
      return `${name}: &${name} [${Array(10).fill(before).join(', ')}]`;
    });

    expect(readYaml(['a: &a [1]', ...levels].join('\n'), 1)).toMatchObject({
      kind: 'broken',
      problem: { kind: 'aliases' },
    });
  });

  it('does not merge maps', () => {
    expect(readYaml('a: &x { b: d }\nc:\n  <<: *x', 1)).toEqual({
      kind: 'read',
      values: { a: { b: 'd' }, c: { '<<': { b: 'd' } } },
    });
  });

  it('cannot change what every object has', () => {
    const read = readYaml('__proto__: { polluted: true }', 1);

    expect(read.kind).toBe('read');
    expect('polluted' in {}).toBe(false);
  });
});
