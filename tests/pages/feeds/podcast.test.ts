import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { pagesOf, renderedPage, storyPage } from '../../newsroom/edition.ts';
import { aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { podcastFaults } from '../../formats/feeds/validity/podcast-faults.ts';

const MEDIA: NewsroomGiven['media'] = {
  'bells.mp3': 'file',
  'bells.vtt': { text: 'WEBVTT\n\n00:00.000 --> 00:02.000\nBells.\n' },
  'bridge.jpg': [1200, 800],
  'map.svg': [640, 480],
};

/** A newsroom with a story that can be heard. */
function heard(keys: Keys = {}, site: Keys = {}): NewsroomGiven {
  const audio = { src: 'bells.mp3', title: 'The bells', captions: 'bells.vtt', duration: '1:05' };
  return { media: MEDIA, site, articles: { 'a.md': aStory({ audio, ...keys }) } };
}

function hasPodcast(newsroom: NewsroomGiven): boolean {
  return pagesOf(newsroom).some(({ url }) => url === '/podcast.xml');
}

const SELF = 'https://ledger.example/podcast.xml';

describe('the podcast', () => {
  it('is there where a story has sound of its own', () => {
    const elsewhere = { audio: { url: 'https://sounds.example/1', title: 'x' } };

    expect(
      [heard(), heard({ noindex: true }), heard(elsewhere), { articles: { 'a.md': aStory() } }].map(hasPodcast),
    ).toEqual([...[true, false, false, false]]);
  });

  it.each([
    'The bells of Tarnmouth',
    '</title><script>alert(1)</script> AT&T &amp; "quotes" ]]> \ud83c',
    'عاجل: «الميناء» 🎉',
  ])('is what players ask for: %s', async (text) => {
    const keys = {
      ...{ headline: text, dek: text, contributors: [text, 'B'], language: 'ar' },
      image: { src: 'bridge.jpg', alt: text },
    };
    const site = { title: text, publisher: { name: text, logo: 'bridge.jpg' }, hub: 'https://hub.example/?a&b' };
    const xml = await renderedPage(heard(keys, site), '/podcast.xml');

    expect(podcastFaults(xml, SELF)).toEqual([]);
  });

  it('says of an episode where its sound is, how long it is and what is said in it', async () => {
    const keys = {
      image: { src: 'bridge.jpg', alt: '' },
      contributors: ['Jane Doe', { name: 'C', credit: 'editing' }],
    };
    const { format, feed } = parseFeed(await renderedPage(heard(keys), '/podcast.xml'));

    expect(format).toBe('rss');
    expect(feed).toMatchObject({
      title: 'Podcast – The Harbour Ledger',
      items: [
        {
          title: 'Harbour bridge closes',
          link: 'https://ledger.example/2026/11/23/a/',
          guid: { value: 'https://ledger.example/2026/11/23/a/' },
          enclosures: [{ url: 'https://ledger.example/media/bells.mp3', length: 48_000, type: 'audio/mpeg' }],
          dc: { creators: ['Jane Doe'] },
          itunes: { duration: 65, image: 'https://ledger.example/media/bridge.jpg' },
          podcast: { transcripts: [{ url: 'https://ledger.example/media/bells.vtt', type: 'text/vtt' }] },
        },
      ],
    });
  });

  it('has no drawing for a picture', async () => {
    const keys = { image: { src: 'map.svg', alt: '' } };
    const xml = await renderedPage(heard(keys, { publisher: { logo: 'map.svg' } }), '/podcast.xml');

    expect(podcastFaults(xml, SELF)).toEqual([]);
    expect(xml).not.toContain('itunes:image');
  });

  it('has the newest hundred', async () => {
    const audio = { src: 'bells.mp3', captions: 'bells.vtt' };
    const newsroom = { media: MEDIA, articles: manyStories(120, { audio }) };
    const xml = await renderedPage(newsroom, '/podcast.xml');

    expect(podcastFaults(xml, SELF)).toEqual([]);
    expect(xml.match(/<item>/g)).toHaveLength(100);
    expect(xml).toContain('Story 99<');
  });

  it('is told of on the home page and on the stories that can be heard', () => {
    const podcast = { type: 'application/rss+xml', label: 'Podcast – The Harbour Ledger', href: '/podcast.xml' };
    const audio = { src: 'bells.mp3', captions: 'bells.vtt' };

    expect(storyPage({ audio }, { media: MEDIA }).frame.feeds).toContainEqual(podcast);
    expect(storyPage({}, heard()).frame.feeds).not.toContainEqual(podcast);
    const home = pagesOf(heard()).find(({ url }) => url === '/');
    expect(home?.data).toMatchObject({ frame: { follow: [{ label: 'Podcast', href: '/podcast.xml' }] } });
  });
});
