import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import type { MediaGiven } from '../../newsroom/media-in-memory.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

const MEDIA: Readonly<Record<string, MediaGiven>> = {
  'bells.mp3': 'file',
  'flood.mp4': 'file',
  'flood.jpg': [1280, 720],
  'bells.txt': { text: 'Two *strokes*.\n\nA <b>horn</b>.\n' },
  'flood.vtt': {
    text: 'WEBVTT\n\nNOTE A --> B is\n'
      .replace(' A --> B is', '')
      .concat(
        '\n1\n00:01.000 --> 00:04.500\n<v Ruth Ambler>We heard it & <i>felt</i> it.\n\n',
        '01:00:05.000 --> 01:00:06.000 align:start\nA groan,\nand a tick.\n\n',
        '01:00:07.000 --> 01:00:08.000\n<v Ana>When?</v>\n',
      ),
  },
  'srt.vtt': { text: '1\n00:00:01,000 --> 00:00:02,000\nWords\n' },
  'comma.vtt': { text: 'WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nWords\n' },
  'latin.txt': 'file',
  'secret.mp3': 'outside',
};

describe('a recording in a text', () => {
  it('is played by the browser, which loads nothing of it before', () => {
    expect(
      htmlOf('::audio{src=bells.mp3 title="The *bells*" duration=4:05 transcript=bells.txt}', { media: MEDIA }),
    ).toBe(
      '<figure class="recording audio"><audio controls preload="none" src="/media/bells.mp3" aria-label="The bells">' +
        '<a href="/media/bells.mp3">The <em>bells</em></a></audio>' +
        '<figcaption><span class="caption">The <em>bells</em></span> <span class="duration">4:05</span></figcaption></figure>' +
        '<details class="transcript"><summary>Transcript: The <em>bells</em></summary>' +
        '<p>Two <em>strokes</em>.</p><p>A &lt;b&gt;horn&lt;/b&gt;.</p></details>',
    );
  });

  it('has captions, and the picture that stands in its place', () => {
    const html = htmlOf('::video{src=flood.mp4 poster=flood.jpg captions=flood.vtt}', { media: MEDIA, language: 'fr' });

    expect(html).toContain('preload="none" playsinline src="/media/flood.mp4" aria-label="Vidéo"');
    expect(html).toContain('poster="/media/flood.jpg" width="1280" height="720"');
    expect(html).toContain('<track kind="captions" src="/media/flood.vtt" srclang="fr" label="Sous-titres">');
  });

  it('has a transcript made of its captions, with a paragraph for each turn of speech', () => {
    const html = htmlOf('::video{src=flood.mp4 transcript=flood.vtt}', { media: MEDIA });

    expect(html).toContain(
      '<p><strong>Ruth Ambler:</strong> We heard it &amp; felt it. A groan, and a tick.</p><p><strong>Ana:</strong> When?</p>',
    );
  });

  it('is published with all of its files', () => {
    const { usedMedia, findings } = renderedText(
      '::video{src=flood.mp4 poster=flood.jpg captions=flood.vtt transcript=flood.vtt}',
      { media: MEDIA },
    );

    expect(findings).toEqual([]);
    expect([...usedMedia].sort()).toEqual(
      ['flood.jpg', 'flood.mp4', 'flood.vtt'].map((name) => `content/media/${name}`),
    );
  });

  it('on another site is a card, and nothing is loaded from there', () => {
    const html = htmlOf('::video{url="https://www.films.example/x?a=1&b=2" title="A & B" poster=flood.jpg}', {
      media: MEDIA,
    });

    expect(html).toBe(
      '<p class="link-card"><a href="https://www.films.example/x?a=1&amp;b=2">' +
        '<img src="/media/flood.jpg" alt="" width="1280" height="720" loading="lazy" decoding="async">A &amp; B</a> ' +
        '<span class="link-host">films.example</span></p>',
    );
  });

  it('on another site that paid for the story is marked as such', () => {
    expect(htmlOf('::audio{url="https://shop.example/"}', { sponsored: true })).toContain(
      '<a href="https://shop.example/" rel="sponsored">Audio</a>',
    );
  });

  it.each([
    ['::audio{src=bell.mp3 transcript=x}', 'media-missing', 'bell.mp3'],
    ['::audio{src="https://a.example/x.mp3" transcript=x}', 'media-missing', 'https://a.example/x.mp3'],
    ['::audio{src=flood.mp4 transcript=x}', 'media-type', 'flood.mp4'],
    ['::audio{src=x.constructor transcript=x}', 'media-type', 'x.constructor'],
    ['::audio{src=../../../../etc/x.mp3 transcript=x}', 'path-outside', '../../../../etc/x.mp3'],
    ['::audio{src=secret.mp3 transcript=x}', 'path-outside', 'secret.mp3'],
    ['::audio{src=bells.mp3}', 'transcript-missing', 'audio'],
    ['::video{src=flood.mp4}', 'transcript-missing', 'video'],
    ['::audio{src=bells.mp3 transcript=gone.txt}', 'media-missing', 'gone.txt'],
    ['::audio{src=bells.mp3 transcript="my notes.docx"}', 'media-type', 'my notes.docx'],
    ['::audio{src=bells.mp3 transcript=latin.txt}', 'media-unreadable', 'latin.txt'],
    ['::video{src=flood.mp4 captions=srt.vtt}', 'media-unreadable', 'srt.vtt'],
    ['::video{src=flood.mp4 captions=comma.vtt}', 'media-unreadable', 'comma.vtt'],
    ['::video{src=flood.mp4 captions=bells.txt}', 'media-type', 'bells.txt'],
    ['::video{src=flood.mp4 captions=flood.vtt poster=bells.mp3}', 'picture-unreadable', 'bells.mp3'],
    ['::audio{src=bells.mp3 transcript=x duration=long}', 'value-choice', 'long'],
    ['::audio{src=bells.mp3 transcript=x duration=1:99:00}', 'value-choice', '1:99:00'],
    ['::audio{src=bells.mp3 url="https://a.example/" transcript=x}', 'value-choice', 'https://a.example/'],
    ['::audio{title=x}', 'key-missing', 'audio'],
    ['::audio{url=javascript:alert(1)}', 'url-invalid', 'javascript:alert(1)'],
    ['::audio{url="https://user:pass@a.example/"}', 'url-invalid', 'https://user:pass@a.example/'],
    ['> ::audio{src=bell.mp3 transcript=x}', 'media-missing', 'bell.mp3'],
    ['- a\n  ::audio{src=bell.mp3 transcript=x}', 'media-missing', 'bell.mp3'],
  ])('is told of where it is wrong: %s', (markdown, code, text) => {
    const { findings } = renderedText(markdown, { media: MEDIA, firstLine: 6 });

    expect(codesOf(findings)).toEqual([code]);
    expect(pointedAt(markdown, findings, 6)).toMatchObject([{ text }]);
  });

  it.each(['"><script>alert(1)</script>', "' onplay='alert(1)", '&quot; &lt;'])('prints %j as text', (title) => {
    const quotes = title.includes('"') ? "'" : '"';
    const html = htmlOf(`::audio{src=bells.mp3 title=${quotes}${title}${quotes} transcript="x"}`, { media: MEDIA });

    expect(html).not.toMatch(/<script|\sonplay='/);
  });
});

describe('the words of a file that is named', () => {
  const saidOf = (name: string, text: string): readonly string[] => {
    const markdown = `::video{src=flood.mp4 ${name.endsWith('.vtt') ? `captions=${name}` : `transcript=${name}`}}`;
    const { findings } = renderedText(markdown, { media: { ...MEDIA, [name]: { text } } });
    return findings.map(({ code, message }) => `${code} ${message.slice('Unexpected '.length)}`);
  };
  const CUE = 'WEBVTT\n\n00:01.000 --> 00:02.000\n';

  it.each([
    [`${CUE}One\n\ntwo\n`, 'file-words `two` in line 6'],
    [`WEBVTT\n\nOne\n\n${CUE.slice(8)}Two\n`, 'file-words `One` in line 3'],
    [`${CUE}A <2 and 3> b\n`, 'file-words `<2 and 3>` in line 4'],
    [`${CUE}One **two**\n`, 'file-words `**two**` in line 4'],
    [`${CUE}TKTK\n`, 'placeholder-left `TKTK` in line 4'],
    [`${CUE}CafÃ©\n`, 'text-garbled `Ã©` in line 4'],
    [CUE, 'file-words `captions without a word` in line 1'],
    [`WEBVTT\n\n00:01.000 --> 00:02.000 One\ntwo\n`, 'file-words `One` in line 3'],
    [`WEBVTT\n\n00:05.000 --> 00:02.000\nOne\n`, 'file-words `00:05.000 --> 00:02.000` in line 3'],
  ])('is told where no player would show it so: %j', (text, said) => {
    expect(saidOf('a.vtt', text)).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    `${CUE}<v.loud Ana>One</v> <i.x>two</i> <00:01.500>three <lang en>four</lang>\n`,
    `WEBVTT - Title\nKind: captions\n\nNOTE\nwords\nmore\n\nSTYLE\n::cue { color: red }\n\nintro\n${CUE.slice(8)}One\n`,
    `WEBVTT\n\n59:59.000 --> 01:00:00.000 line:0 position:10%,line-left align:start\nOne &lt; 2 &amp; 3\n  \ntwo\n`,
    `${CUE}A < b\n`,
    `${CUE}\n${CUE.slice(8)}One\n`,
  ])('is left alone in captions: %j', (text) => {
    expect(saidOf('a.vtt', text)).toEqual([]);
  });

  it.each([
    ['A <b>horn</b>', 'file-words `<b>` in line 1'],
    ['One\n\n# Two\n', 'file-words `# Two` in line 3'],
    ['ANA: One\nBO LI: Two\n', 'file-words `BO LI: Two` in line 2'],
    ['– One\n– Two\n', 'file-words `– Two` in line 2'],
    ['1\n00:00:01,000 --> 00:00:02,000\nOne\n', 'file-words `00:00:01,000 --> 00:00:02,000` in line 2'],
    ['  \n', 'file-words `empty file` in line 1'],
    ['Itâ€™s', 'text-garbled `â€™` in line 1'],
  ])('is told where a transcript would not have it so: %j', (text, said) => {
    expect(saidOf('a.txt', text)).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    'ANA: One\n\nBO: Two\n',
    'Two *strokes* at\nten: it rang.\n',
    'He said: one\nand two.\n',
    '(Music)\n',
    '– One\n',
  ])('is left alone in a transcript: %j', (text) => {
    expect(saidOf('a.txt', text)).toEqual([]);
  });

  it('is said by each who speaks in one caption', () => {
    const text = `${CUE}<v Ana>One &eacute;</v>\n<v Bo &amp; Co>Two</v>\n`;
    const html = htmlOf('::video{src=flood.mp4 transcript=a.vtt}', { media: { ...MEDIA, 'a.vtt': { text } } });

    expect(html).toContain('<p><strong>Ana:</strong> One é</p><p><strong>Bo &amp; Co:</strong> Two</p>');
  });
});
