import { describe, expect, it } from 'vitest';
import { contributorSchema } from '../../src/validate/contributors.ts';
import { hintForKey, seemsToHoldBack } from '../../src/validate/other-names.ts';
import { ownPageSchema } from '../../src/validate/own-pages/keys.ts';
import { siteSchema } from '../../src/validate/site/site-schema.ts';
import { articleSchema } from '../../src/validate/story/article-schema.ts';

const STORY = Object.keys(articleSchema.shape).filter((key) => key !== 'permalink');
const PERSON = Object.keys(contributorSchema.shape);
const PAGE = Object.keys(ownPageSchema.shape);
const SITE = Object.keys(siteSchema.shape);

describe('a key of another program', () => {
  it.each([
    ['status', 'draft', '`draft: true`'],
    ['status', 'published', 'remove it'],
    ['published', 'false', '`draft: true`'],
    ['published', 'true', 'remove it'],
    ['published', '2026-11-23', '`date`'],
    ['published', 'no', '`draft: true`'],
    ['public', 'false', '`draft: true`'],
    ['public', 'true', 'remove it'],
    ['Is-Published', 'no', '`draft: true`'],
    ['hidden', 'true', '`noindex: true`'],
    ['hidden', 'false', 'remove it'],
    ['embargo', '2026-12-01', '`date`'],
    ['embargo_until', '2026-12-01', '`date`'],
    ['expires', '2026-12-01', '`draft: true` when'],
    ['expiryDate', '2026-12-01', '`draft: true` when'],
    ['password', 'secret', '`draft: true`'],
    ['robots', 'noindex, nofollow', '`noindex: true`'],
    ['robots', 'all', 'remove it'],
    ['no-index', 'true', '`noindex`'],
    ['permalink', '/a/', '`slug`'],
    ['lastmod', '2026-11-23', '`updated`'],
    ['publishDate', '2026-11-23', '`date`'],
    ['pub_date', '2026-11-23', '`date`'],
    ['author', 'Jane', '`contributors`'],
    ['autor', 'Jane', '`contributors`'],
    ['url', '/a/', '`aliases`'],
    ['featured_image', 'a.jpg', '`image:'],
    ['featuredImage', 'a.jpg', '`image:'],
    ['thumbnail', 'a.jpg', '`image:'],
    ['redirect_from', '/a/', '`aliases`'],
    ['translator', 'Jo', 'credit: translation'],
    ['titel', 'A', '`headline`'],
    ['descripton', 'A', '`dek`'],
    ['categories', 'A', '`section`'],
    ['weight', '1', 'content/fronts/home.yaml'],
    ['teaser', 'A', '`dek`'],
    ['caption', 'A', '`image:'],
    ['is_draft', 'true', '`draft: true`'],
    ['liveblog', 'true', '`live: true`'],
    ['opinion', 'true', '`label: opinion`'],
    ['type', 'post', 'a story needs no such key'],
  ])('of a story is answered with what is meant: %s: %s', (key, value, expected) => {
    expect(hintForKey(key, value, STORY)).toContain(expected);
  });

  it.each([
    [PERSON, 'bio', 'below the second line of `---`'],
    [PERSON, 'avatar', '`image:'],
    [PERSON, 'twitter', '`links:'],
    [PERSON, 'title', '`role`'],
    [PERSON, 'slug', 'the name of the file is the id'],
    [PERSON, 'layout', 'remove it'],
    [PERSON, 'draft', 'always published'],
    [PAGE, 'headline', '`title`'],
    [PAGE, 'excerpt', '`description`'],
    [PAGE, 'slug', '`permalink: /about/`'],
    [PAGE, 'url', '`permalink: /about/`'],
    [PAGE, 'redirect_from', 'content/redirects.yaml'],
    [PAGE, 'lastmod', 'a page has no date'],
    [PAGE, 'author', 'a page has no byline'],
    [PAGE, 'featured_image', 'into the text'],
    [PAGE, 'tags', 'only stories have it'],
    [PAGE, 'menu', '`navigation` of content/site.yaml'],
    [PAGE, 'tpye', 'the keys here are'],
    [SITE, 'name', '`title`'],
    [SITE, 'baseURL', '`url`'],
    [SITE, 'tagline', '`description`'],
  ])('of another file too', (known, key, expected) => {
    expect(hintForKey(key, 'x', known)).toContain(expected);
  });

  it.each([
    ['embargo', '`draft: true`'],
    ['publishDate', '`draft: true`'],
    ['robots', '`noindex: true`'],
  ])('that holds a page back has a key of pages in its hint: %s', (key, expected) => {
    expect(hintForKey(key, 'noindex', PAGE)).toContain(expected);
  });

  it.each([
    ...['published', 'public', 'embargo', 'expires', 'no-index', 'robots', 'Draft', 'darft', 'noindx', 'is_draft'],
    ...['eleventyExcludeFromCollections', 'unpublish-date', 'Visible'],
  ])('that may hold a story back is known as such: %s', (key) => {
    expect(seemsToHoldBack(key)).toBe(true);
  });

  it.each(['colour', 'title', 'author', 'tags', 'weight', 'constructor', ''])(
    'that is about something else is not: %s',
    (key) => {
      expect(seemsToHoldBack(key)).toBe(false);
    },
  );

  it.each([
    ['updatd', 'did you mean `updated`?'],
    ['Headline', 'did you mean `headline`?'],
    ['constructor', 'the keys here are'],
    ['dek:A', 'put a space after the colon: `dek: A`'],
    ['dek\u00a0', 'delete what cannot be seen'],
  ])('is told from a slip of one of ours: %s', (key, expected) => {
    expect(hintForKey(key, 'x', STORY)).toContain(expected);
  });
});
