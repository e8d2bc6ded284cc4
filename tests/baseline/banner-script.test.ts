import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { bannerOf, countBanners, dismiss, open, scriptOf, type Window } from './banner-visit.ts';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'pt', 'ru', 'zh', 'zh-hant'];

describe('the script of the banner', () => {
  it.each(LANGUAGES)('for a site in %s is ES3 and at most 1.8 kB when compressed', (language) => {
    const script = scriptOf({ keys: { language }, languages: [language] });
    expect(() => parse(script, { ecmaVersion: 3 })).not.toThrow();
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(1800);
  });

  it('has the words of the languages that the site uses, and of no others', () => {
    const script = scriptOf({ languages: ['en', 'es-MX'] });
    expect(script).toContain('Su navegador');
    expect(script).not.toContain('Ihr Browser');
  });

  it('is plain ASCII, since no encoding is certain', () => {
    expect(scriptOf({ languages: LANGUAGES })).toMatch(/^[\n\x20-\x7e]*$/);
  });
});

describe('the banner', () => {
  it.each([
    [' lang="en-GB"', 'en', 'ltr'],
    [' lang="ES"', 'es', 'ltr'],
    [' lang="es-419"', 'es', 'ltr'],
    [' lang="ar-EG"', 'ar', 'rtl'],
    [' lang="tlh"', 'en', 'ltr'],
    [' lang="__proto__"', 'en', 'ltr'],
    [' lang="constructor"', 'en', 'ltr'],
    ['', 'en', 'ltr'],
  ])('on a page with%s speaks %s', async (lang, language, direction) => {
    const banner = bannerOf(await open({ lang, languages: ['en', 'es', 'ar'] }));
    expect([banner?.lang, banner?.dir]).toEqual([language, direction]);
  });

  it('speaks the language of the site on pages without one', async () => {
    expect(bannerOf(await open({ keys: { language: 'pt-BR' }, languages: ['pt-BR', 'en'], lang: '' }))?.lang).toBe(
      'pt',
    );
  });

  it('speaks English on a site whose language has no words', async () => {
    expect(bannerOf(await open({ keys: { language: 'cy' }, languages: ['cy'], lang: ' lang="cy"' }))?.lang).toBe('en');
  });

  it('says what the newsroom wants, where it goes, whatever is in it', async () => {
    const message = '"Old" \\ </script><img src=x onerror=alert(1)> \u2028 ‘browser’';
    const keys = { unsupportedBrowser: { message, updateUrl: '/help/browsers/' } };
    const banner = bannerOf(await open({ keys, languages: ['en-US'], lang: ' lang="en-US"' }));
    expect(banner?.querySelector('p')?.textContent).toContain(message);
    expect(banner?.querySelector('img')).toBeNull();
    expect(banner?.getElementsByTagName('a')[0]?.getAttribute('href')).toBe('/help/browsers/');
  });

  it('leads to a page of the site below the folder that the site lives in', async () => {
    const keys = { url: 'https://ledger.example/paper/', unsupportedBrowser: { updateUrl: '/help/browsers/' } };
    const banner = bannerOf(await open({ keys }));

    expect(banner?.getElementsByTagName('a')[0]?.getAttribute('href')).toBe('/paper/help/browsers/');
  });

  it('has a message for each language that the newsroom wrote one in', async () => {
    const keys = { unsupportedBrowser: { message: { en: 'Too old.', 'es-MX': 'Muy viejo.' } } };
    const words = async (lang: string): Promise<string | null | undefined> =>
      bannerOf(await open({ keys, languages: ['en', 'es', 'es-MX'], lang: ` lang="${lang}"` }))?.querySelector('p')
        ?.textContent;
    expect(await words('en-GB')).toContain('Too old.');
    expect(await words('es-MX')).toContain('Muy viejo.');
    expect(await words('es')).toContain('Su navegador');
  });

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/41.0.2272.96 Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/90.0.4430.212 Safari/537.36',
    'Mozilla/5.0 (Linux; Android 7.0) AppleWebKit/537.36 Chrome/94.0 Mobile Safari/537.36 Chrome-Lighthouse',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/602.1 (KHTML, like Gecko) wkhtmltopdf Version/10.0 Safari/602.1',
    'Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348; U; en) Presto/2.5.25 Version/10.54',
  ])('is not shown to what is no reader: %s', async (userAgent) => {
    expect(bannerOf(await open({ userAgent }))).toBeNull();
  });

  it('is shown to whom the newsroom does not leave out any more, and not to whom it does', async () => {
    const keys = { unsupportedBrowser: { skip: ['MSIE 8.0; (X'] } };
    expect(bannerOf(await open({ keys, userAgent: 'Opera Mini/9.80' }))).not.toBeNull();
    expect(bannerOf(await open({ keys, userAgent: 'Mozilla MSIE 8.0; (X11)' }))).toBeNull();
  });

  it('is not shown to browsers that are driven by programs', async () => {
    const strip = ({ navigator }: Window): void => void Object.defineProperty(navigator, 'webdriver', { value: true });
    expect(bannerOf(await open({ strip }))).toBeNull();
  });

  it('comes first on a page without a link to the content', async () => {
    const window = await open({ body: '<p>Text <a href="/">a link</a></p>' });
    expect(window.document.body.firstChild).toBe(bannerOf(window));
    dismiss(window);
    expect(bannerOf(window)).toBeNull();
  });

  it('comes once, however often its script runs', async () => {
    const window = await open();
    window.eval(scriptOf({}));
    expect(countBanners(window)).toBe(1);
  });

  it('comes back 30 days after it was dismissed', async () => {
    const window = await open();
    dismiss(window);
    const key = window.localStorage.key(0) ?? '';
    const days = (Number(window.localStorage.getItem(key)) - Date.now()) / 864e5;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThanOrEqual(30);
    window.localStorage.setItem(key, String(Date.now() - 1));
    window.eval(scriptOf({}));
    expect(bannerOf(window)).not.toBeNull();
  });

  it('leaves nothing in the window', async () => {
    const before = Object.keys(await open({ userAgent: 'a bot' }));
    expect(Object.keys(await open())).toEqual(before);
  });
});
