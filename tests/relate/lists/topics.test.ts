import { describe, expect, it } from 'vitest';
import { Topics, topicUrl } from '../../../src/relate/lists/topics.ts';

describe('a topic', () => {
  it.each([
    ['C', '/topics/c/'],
    ['C++', '/topics/c-plus-plus/'],
    ['C#', '/topics/c-sharp/'],
    ['F#', '/topics/f-sharp/'],
    ['.NET', '/topics/dot-net/'],
    ['NET', '/topics/net/'],
    ['ASP.NET', '/topics/asp-net/'],
    ['Notepad++ and C#', '/topics/notepad-plus-plus-and-c-sharp/'],
    ['#MeToo', '/topics/metoo/'],
    ['No. 10', '/topics/no-10/'],
    ['北京', '/topics/北京/'],
    ['北京+', '/topics/北京-plus/'],
    ['🎉', '/topics/🎉/'],
    ['🇫🇷', '/topics/🇫🇷/'],
    ['👩🏽‍🚀!', '/topics/👩🏽‍🚀/'],
    ['❤️', '/topics/❤️/'],
    ['🎉 Party', '/topics/party/'],
  ])('has an address of its own: %s', (text, url) => {
    expect(topicUrl(text)).toBe(url);
  });

  it.each(['???', '+', '#', ' . ', '—', '\u200d', '\ufe0f', '\u0301'])(
    'has none without a word or an emoji: %s',
    (text) => {
      expect(new Topics().find(text)).toEqual({ kind: 'nameless' });
    },
  );

  it.each([
    ['Climate change', 'climate Change'],
    ['Climate change', 'Climate-change'],
    ['Climate change', 'CLIMATE  CHANGE!'],
    ['St. Mary’s', "St Mary's"],
  ])('is one however it is spelt: %s, %s', (one, other) => {
    const topics = new Topics();
    const first = topics.find(one);

    expect(topics.find(other)).toEqual(first);
    expect(first.kind).toBe('topic');
  });

  it.each([
    ['C plus plus', 'C++'],
    ['Café', 'Cafe'],
    ['A', 'A-'],
    ['Party', '🎉 Party'],
    ['Rise 5', 'Rise 5%'],
    [`${'very '.repeat(20)}long`, `${'very '.repeat(20)}short`],
  ])('is said to share its address with one that may be another: %s, %s', (one, other) => {
    const topics = new Topics();
    const first = topics.find(one);

    expect(topics.find(other)).toEqual({ ...first, kind: 'shared' });
    expect(topics.find(other)).toEqual(first);
  });
});
