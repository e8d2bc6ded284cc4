import { describe, expect, it } from 'vitest';
import type { ArticlePage } from '../../../src/pages/story/article-page.ts';
import { storyPage } from '../../newsroom/edition.ts';
import type { Keys } from '../../newsroom/manuscript.ts';

const OWN = { label: 'Now', text: 'Watch', url: 'https://example.com/live' };

function stripOf(liveStrip: unknown, site: Keys = {}, now?: string): ArticlePage['liveStrip'] {
  return storyPage({ liveStrip }, { site }, now === undefined ? {} : { now }).liveStrip;
}

describe('the live strip', () => {
  it('is the site’s on every story', () => {
    expect(stripOf(undefined, { liveStrip: OWN })).toMatchObject({ channel: 'Now', label: 'Watch', href: OWN.url });
  });

  it('is not there where there is none', () => {
    expect(stripOf(undefined)).toBeUndefined();
  });

  it('is not there on a story that says so', () => {
    expect(stripOf(false, { liveStrip: OWN })).toBeUndefined();
  });

  it('is the story’s own before the site’s, part by part', () => {
    const strip = stripOf({ text: 'Listen' }, { liveStrip: OWN });

    expect(strip).toMatchObject({ channel: 'Now', label: 'Listen', href: OWN.url });
  });

  it.each([
    ['2026-11-23 11:59', true],
    ['2026-11-23 12:00', false],
    ['2026-11-23 12:01', false],
  ])('ends at its very end: at %s it is there: %s', (now, isThere) => {
    const until = '2026-11-23 12:00';

    expect(stripOf(undefined, { liveStrip: { ...OWN, until } }, now) !== undefined).toBe(isThere);
    expect(stripOf({ ...OWN, until }, {}, now) !== undefined).toBe(isThere);
  });

  it('of a story may outlive the site’s', () => {
    const site = { liveStrip: { ...OWN, until: '2026-11-22' } };

    expect(stripOf({ until: '2026-11-24' }, site)).toBeDefined();
    expect(stripOf(undefined, site)).toBeUndefined();
  });

  it('has words of its own where the newsroom gives none', () => {
    expect(stripOf(undefined, { liveStrip: { url: '/live/' } })).toMatchObject({
      channel: 'Live',
      label: 'Get more news, live on The Harbour Ledger',
      href: '/live/',
    });
  });

  it.each([
    [{ text: 'Watch' }, undefined, 'en-US', 'ltr'],
    [{ text: 'Watch' }, { text: 'شاهد' }, 'ar', 'rtl'],
    [{}, undefined, 'ar', 'rtl'],
  ])('says in which language its words are: site %j, story %j', (site, liveStrip, language, direction) => {
    const page = storyPage({ language: 'ar', liveStrip }, { site: { liveStrip: { url: '/live/', ...site } } });

    expect(page.liveStrip).toMatchObject({ language, direction });
  });
});
