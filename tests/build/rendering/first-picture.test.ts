import { describe, expect, it } from 'vitest';
import { withFirstPicture } from '../../../src/build/rendering/first-picture.ts';

const picture = (attributes: string): string => `<p><img src="/a.jpg" alt=""${attributes}/></p>`;

describe('the first picture of a page', () => {
  it('is loaded at once, and no other is', () => {
    const lazy = picture(' loading="lazy" decoding="async"');
    expect(withFirstPicture(lazy + lazy)).toBe(picture(' loading="eager" fetchpriority="high"') + lazy);
  });

  it('is left to wait where a later one is known to matter most, as a portrait above the picture of a story', () => {
    const html = picture(' loading="lazy"') + picture(' loading="eager" fetchpriority="high"');
    expect(withFirstPicture(html)).toBe(html);
  });

  it('is left alone where there is none, or it is loaded at once already', () => {
    for (const html of ['<p>Words</p>', picture(''), picture(' loading="eager"')])
      expect(withFirstPicture(html)).toBe(html);
  });
});
