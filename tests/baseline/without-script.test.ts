import { transform } from 'lightningcss';
import { describe, expect, it } from 'vitest';
import { settleBanner } from '../../src/baseline/banner.ts';
import { printWithoutScript } from '../../src/baseline/banner.ts';
import { test as pageTest } from '../browser/demo-test.ts';
import type { Keys } from '../newsroom/manuscript.ts';
import { aSite } from '../newsroom/site.ts';

const CONDITION = '(height:1dvh) and (overflow:clip)';

function stylesOf(languages: readonly string[], keys: Keys = {}, condition = CONDITION): string {
  return printWithoutScript(settleBanner(aSite(keys), condition, languages), condition);
}

describe('the message without JavaScript', () => {
  it('is in the language of each page, and of the site otherwise', () => {
    const styles = stylesOf(['en', 'es', 'ar'], { language: 'es' });
    expect(styles).toMatch(/html:before\{[^}]*content:"Su navegador/);
    expect(styles).toMatch(/html:lang\(ar\):before\{content:"متصفحك/);
    expect(styles).toMatch(/html:lang\(en\):before\{content:"Your browser/);
  });

  it('is taken back by the condition itself, which very old browsers skip', () => {
    const styles = stylesOf(['en']);
    expect(styles).toContain(`@supports ${CONDITION}{html:before{content:none!important}}`);
    expect(styles).not.toContain('not (');
  });

  it('stays a text of CSS, whatever the newsroom writes', () => {
    const message = '"}body{display:none} </style> \\ \n\u2028 it’s';
    const styles = stylesOf(['en-US'], { unsupportedBrowser: { message } });
    expect(styles).not.toContain('</style');
    const { warnings, code } = transform({ filename: 'a.css', code: Buffer.from(styles), errorRecovery: true });
    expect(warnings).toEqual([]);
    expect(Buffer.from(code).toString()).not.toMatch(/^body/m);
  });
});

pageTest(
  'the message without JavaScript is seen where the condition is not met, and there alone',
  async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const contentOf = async (condition: string): Promise<string> => {
      await page.setContent(`<html lang="en"><style>${stylesOf(['en'], {}, condition)}</style><p>Text</p>`);
      return (await page.locator('html').ariaSnapshot()) ?? '';
    };
    expect(await contentOf('(no-such-property:initial)')).toContain('Your browser is out of date');
    expect(await contentOf(CONDITION)).not.toContain('Your browser');
    await page.close();
  },
);
