import { describe, expect, it } from 'vitest';
import { DEFAULT_DIALECTS, DIALECTS } from '../../../src/domain/site/dialects.ts';
import { validateSite } from '../../../src/validate/site/site.ts';
import { baselineOf, mediaOf, SITE } from '../../newsroom/site.ts';

function validated(markdown: unknown) {
  return validateSite({ ...SITE, markdown }, { media: mediaOf(undefined), url: undefined, baselineOf });
}

describe('the dialects of Markdown', () => {
  it('are those that nobody writes by accident, unless the site says otherwise', () => {
    expect(validated(undefined).value.markdown).toEqual(DEFAULT_DIALECTS);
    expect(DIALECTS.filter((name) => !DEFAULT_DIALECTS[name])).toEqual(['math', 'dollarMath', 'emoji']);
  });

  it('are on and off as the site says', () => {
    const { value, findings } = validated({ math: true, mark: false });

    expect(value.markdown).toEqual({ ...DEFAULT_DIALECTS, math: true, mark: false });
    expect(findings).toEqual([]);
  });

  it.each([
    [{ maths: true }, 'key-unknown', 'did you mean `math`?'],
    [{ math: 'yes' }, 'value-type', undefined],
    [{ __proto__: null, constructor: true }, 'key-unknown', undefined],
    [true, 'value-type', undefined],
    [['math'], 'value-type', undefined],
  ])('are told of where they are none: %j', (markdown, code, hint) => {
    const { value, findings } = validated(markdown);

    expect(findings).toMatchObject([{ code, ...(hint === undefined ? {} : { hint }) }]);
    expect(value.markdown).toEqual(DEFAULT_DIALECTS);
  });
});
