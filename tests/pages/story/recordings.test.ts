import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { editionOf, pageAt, renderedPage, storyPage } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const AUDIO = { src: 'bells.mp3', title: 'The bells', duration: '1:02:05', transcript: 'Nobody *speaks*.' };
const VIDEO = { src: 'flood.mp4', poster: 'flood.jpg', captions: 'flood.vtt' };
const NEWSROOM: NewsroomGiven = {
  media: {
    'bells.mp3': 'file',
    'flood.mp4': 'file',
    'flood.jpg': [1280, 720],
    'flood.vtt': { text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nWords\n' },
  },
};
const URL = '/2026/11/23/bridge/';

describe('a story with recordings', () => {
  it('shows them between its picture and its text, with the transcript below', async () => {
    const newsroom = { ...NEWSROOM, articles: { 'bridge.md': aStory({ audio: AUDIO, video: VIDEO }) } };
    const document = documentOf(await renderedPage(newsroom, URL));
    const parts = [...document.querySelectorAll('.story > *')].map(({ className, tagName }) => className || tagName);

    expect(parts).toEqual(['story-head', 'recording video', 'recording audio', 'P', 'transcript']);
    expect(document.querySelector('.recording.audio a[href^="#"]')?.getAttribute('href')).toBe('#transcript-audio');
    expect(document.querySelector('#transcript-audio p')?.innerHTML).toBe('Nobody <em>speaks</em>.');
  });

  it('tells search engines of them', () => {
    const { frame } = storyPage({ audio: AUDIO, video: VIDEO }, NEWSROOM);

    expect(JSON.parse(frame.structuredData ?? '')).toMatchObject({
      audio: {
        '@type': 'AudioObject',
        name: 'The bells',
        contentUrl: 'https://ledger.example/media/bells.mp3',
        encodingFormat: 'audio/mpeg',
        contentSize: '48000',
        duration: 'PT1H2M5S',
      },
      video: {
        '@type': 'VideoObject',
        name: 'Harbour bridge closes',
        thumbnailUrl: 'https://ledger.example/media/flood.jpg',
        uploadDate: '2026-11-23T07:30:00+00:00',
        caption: { '@type': 'MediaObject', contentUrl: 'https://ledger.example/media/flood.vtt' },
      },
    });
  });

  it('is marked as one that can be heard, if the sound is a file of the site', () => {
    const heard = (audio: object): boolean[] =>
      editionOf({ ...NEWSROOM, articles: { 'a.md': aStory({ audio }) } }).edition.stories.map(
        ({ entry }) => entry.hasAudio,
      );

    expect([heard(AUDIO), heard({ url: 'https://radio.example/7' })]).toEqual([[true], [false]]);
  });

  it('has links in feeds in place of players', () => {
    const body = '::audio{src=bells.mp3 title="The bells" transcript="x"}\n';
    const feed = pageAt<Feed>({ ...NEWSROOM, articles: { 'a.md': aStory({}, body) } }, '/feed.xml');

    expect(feed.entries[0]?.content).toContain('<a href="https://ledger.example/media/bells.mp3">The bells</a>');
    expect(feed.entries[0]?.content).not.toMatch(/<audio|<\/audio/);
  });
});
