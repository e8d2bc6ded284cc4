import { describe, expect, it } from 'vitest';
import { bannerOf, dismiss, open, scriptOf, type Window } from './banner-visit.ts';

function take(target: object, ...names: readonly string[]): void {
  for (const name of names) Object.defineProperty(target, name, { value: undefined, configurable: true });
}

/** What Internet Explorer lacks of what a script might reach for. */
const STRIPPED: readonly (readonly [browser: string, strip: (window: Window) => void])[] = [
  [
    'Internet Explorer 8',
    (window) => {
      take(window, 'CSS', 'addEventListener', 'Promise', 'Map', 'Set', 'Symbol', 'fetch', 'requestAnimationFrame');
      take(window.document, 'addEventListener', 'head');
      take(
        window.Element.prototype,
        'classList',
        'addEventListener',
        'remove',
        'append',
        'prepend',
        'closest',
        'dataset',
      );
      take(window.Node.prototype, 'textContent');
      window.eval('Object.keys = Object.create = Array.prototype.forEach = Array.prototype.indexOf = undefined');
      window.eval('Date.now = String.prototype.trim = Function.prototype.bind = Object.hasOwn = undefined');
    },
  ],
  ['Internet Explorer 9', (window) => take(window.Element.prototype, 'classList', 'remove', 'append', 'closest')],
  ['Internet Explorer 11', (window) => take(window.Element.prototype, 'remove', 'append', 'prepend', 'closest')],
  [
    'a browser whose storage throws',
    (window) =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('SecurityError');
        },
      }),
  ],
  ['a browser whose storage keeps nothing', (window) => take(window.Storage.prototype, 'setItem')],
  ['a browser without storage', (window) => take(window, 'localStorage')],
];

describe.each(STRIPPED)('in %s', (_browser, strip) => {
  it('the banner stands after the link to the content, with a name, a link and a button', async () => {
    const window = await open({ strip });
    const banner = bannerOf(window);
    expect(banner?.previousElementSibling?.className).toBe('skip-link');
    expect(banner?.getAttribute('role')).toBe('region');
    expect(banner?.getAttribute('aria-label')).toBe('Out-of-date browser');
    expect(banner?.hasAttribute('data-nosnippet')).toBe(true);
    expect(banner?.getElementsByTagName('a')[0]?.getAttribute('href')).toBe('https://browsehappy.com/');
    expect(banner?.getElementsByTagName('button')[0]?.getAttribute('type')).toBe('button');
  });

  it('a dismissal takes it away, moves on to the content, and is remembered', async () => {
    const window = await open({ strip });
    dismiss(window);
    expect(bannerOf(window)).toBeNull();
    expect(window.document.activeElement?.id).toBe('content');
    window.eval(scriptOf({}));
    expect(bannerOf(window)).toBeNull();
  });
});
