import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Entry } from '../../../../src/cli/import/archive.ts';
import { feedReader } from '../../../../src/cli/import/sources/feed/feed.ts';
import { aContext } from '../print-archive.ts';

async function only(item: string): Promise<Entry> {
  const folder = mkdtempSync(join(tmpdir(), 'feed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'feed.xml');
  writeFileSync(
    path,
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://old.example/</link><item><title>A</title>${item}</item></channel></rss>`,
  );
  const archive = await feedReader.open(path, { media: undefined, site: {} });
  for await (const entry of archive.entries()) return entry;
  throw new Error('the feed has no item');
}

function content(html: string): string {
  return `<content:encoded><![CDATA[${html}]]></content:encoded>`;
}

describe('a text of Blogger', () => {
  it('shows the picture that a smaller copy leads to, with the caption of its table', async () => {
    const entry = await only(
      content(
        '<a href="https://b.example/s1600/q.jpg"><img src="https://b.example/s320/q.jpg" alt="Q" /></a>One<br /><br />Two<table class="tr-caption-container"><tbody><tr><td><a href="https://b.example/s1600/r.jpg"><img src="https://b.example/s320/r.jpg" alt="R" /></a></td></tr><tr><td class="tr-caption">Words</td></tr></tbody></table><a href="https://b.example/other.jpg"><img src="https://b.example/s320/s.jpg" alt="S" /></a>',
      ),
    );

    expect(entry.text({ ...aContext(entry, []), media: (address) => address })).toBe(
      '![Q](https://b.example/s1600/q.jpg)\n\nOne\n\nTwo\n\n![R](https://b.example/s1600/r.jpg "Words")\n\n![S](https://b.example/s320/s.jpg)',
    );
  });

  it('has no small copy of its picture over it', async () => {
    const thumbnail = '<media:thumbnail url="https://b.example/s72-c/q.jpg" width="72" height="72"/>';
    const shown = await only(`${thumbnail}${content('<p>One</p><img src="https://b.example/s320/q.jpg" />')}`);
    const other = await only(`${thumbnail}${content('<p>One</p><img src="https://b.example/s320/r.jpg" />')}`);

    expect([shown.image, other.image?.address]).toEqual([undefined, 'https://b.example/s72-c/q.jpg']);
  });
});

describe('an address of a feed', () => {
  it.each([
    ['https://old.example/p/a?utm_source=rss', 'https://old.example/p/a'],
    ['https://old.example/p/a?utm_source=rss&utm_medium=feed', 'https://old.example/p/a'],
    ['https://old.example/?p=12', 'https://old.example/?p=12'],
    ['https://old.example/?p=12&utm_source=rss', 'https://old.example/?p=12'],
  ])('is that of the page, without what counts readers: %s', async (written, url) => {
    const { url: read } = await only(`<link>${written.replaceAll('&', '&amp;')}</link>${content('<p>One</p>')}`);

    expect(read).toBe(url);
  });
});
