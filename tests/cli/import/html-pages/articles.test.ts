import { describe, expect, it } from 'vitest';
import { page, prose, readOne, WHOLE } from './pages.ts';

describe('an article of a page', () => {
  it.each([
    [
      'by its words',
      '<div class="a7x"><p>Your browser is not supported. Please update to a newer version to read on.</p></div>',
    ],
    [
      'by its words, without a box',
      '<p>You are using an outdated browser. Please upgrade your browser to improve your experience and security.</p>',
    ],
    [
      'by where it leads',
      '<div><p>Try <a href="https://www.google.com/chrome/">Chrome</a> or <a href="https://www.mozilla.org/firefox/">Firefox</a> instead.</p></div>',
    ],
    ['by its name', '<div id="unsupported-browser"><p>We have moved on.</p><p>So should you.</p></div>'],
    ['by its role', '<div role="alert">This page is best seen elsewhere.</div>'],
    [
      'for who has no scripts',
      '<noscript><p>Please turn on JavaScript in your browser to read this story.</p></noscript>',
    ],
    ['in German', '<div class="x"><strong>Ihr Browser ist veraltet.</strong> Bitte aktualisieren Sie ihn.</div>'],
    ['in Arabic', '<div class="x">متصفحك غير مدعوم، يرجى تحديث المتصفح.</div>'],
    ['in Chinese', '<div class="x">您的浏览器版本过旧，请升级浏览器。</div>'],
  ])('has no word of a banner that asks for another browser, which is known %s', async (_how, banner) => {
    expect((await readOne(page(banner + prose()))).markdown).toBe(WHOLE);
    expect((await readOne(page(prose(banner.replace(/^<p>(.*)<\/p>$/, '<div>$1</div>'))))).markdown).toBe(WHOLE);
  });

  it('keeps its own sentences on browsers', async () => {
    const html = page(
      prose(
        '<p>Your browser is not supported, the page of the ferries tells people, please update to a newer version, and many do not.</p>',
      ),
    );
    const about = page(
      `${prose('<div>If your browser is outdated, please update it.</div>')}`,
      '<meta property="og:title" content="Why every browser is outdated">',
    );

    expect((await readOne(html)).markdown).toContain('the page of the ferries tells people');
    expect((await readOne(about)).markdown).toContain('If your browser is outdated, please update it.');
  });

  it.each([
    [
      'a notice of cookies',
      '<div class="cookie-notice"><p>We use cookies to make this better.</p><button>OK</button></div>',
    ],
    [
      'a sign-up',
      '<section class="newsletter-signup"><h3>The Friday letter</h3><form><input type="email"><button>Join</button></form></section>',
    ],
    [
      'buttons for sharing',
      '<ul class="ShareTools"><li><a href="https://s.example/1">Share</a></li><li><a href="https://s.example/2">Post</a></li></ul>',
    ],
    [
      'links to other stories',
      '<div class="RelatedCoverage"><h3>Related coverage</h3><a href="/a">The ferries are full of people who do not like ferries</a></div>',
    ],
    ['an advertisement', '<div class="ad-slot" id="ad-3"><span>Advertisement</span></div>'],
    ['what is hidden', '<div hidden><p>A trick.</p></div><div style="display: none">Another.</div>'],
    ['scripts and styles', '<script>document.write("x")</script><style>p{}</style><template><p>t</p></template>'],
  ])('has no word of %s, and the editor is told what it said', async (_name, other) => {
    const { markdown, notes } = await readOne(page(prose(other)));

    expect(markdown).toBe(WHOLE);
    const words = other
      .replace(/<(script|style|template)>.*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .trim();
    expect(notes.length > 0).toBe(words !== '');
  });

  it('keeps what Readability would not: pull quotes, short lists of links, tables of market shares', async () => {
    const { markdown } = await readOne(
      page(
        prose(
          [
            '<aside class="pull"><blockquote>Nobody looked.</blockquote></aside>',
            '<ul><li><a href="/report">The report</a>, 1903</li><li><a href="/map">The map</a>, 1930</li></ul>',
            '<table class="market-share"><tr><th>Ferry</th><th>Share</th></tr><tr><td>Nile</td><td>40</td></tr></table>',
            '<h2 id="related-work">Related work</h2>',
          ].join(''),
        ),
      ),
    );

    for (const words of ['> Nobody looked.', 'The report', '1930', 'Nile', '## Related work'])
      expect(markdown).toContain(words);
  });

  it('has its picture over it, with caption and credit', async () => {
    const { entry, markdown } = await readOne(
      page(
        `<figure><img src="https://a.example/crack.jpg" alt="A crack"><figcaption>The crack. <span class="credit">Ana Pell</span></figcaption></figure>${prose()}`,
      ),
    );

    expect(entry.image).toEqual({
      address: 'https://a.example/crack.jpg',
      alt: 'A crack',
      caption: 'The crack.',
      credit: 'Ana Pell',
    });
    expect(markdown).toBe(WHOLE);
  });

  it.each([
    [
      'a script would load it',
      '<img src="data:image/gif;base64,R0==" data-src="https://a.example/a.jpg" alt="A">',
      'a.jpg',
    ],
    [
      'a script would choose it',
      '<img data-srcset="https://a.example/w_100,h_50/s.jpg 100w, https://a.example/w_900,h_50/l.jpg 900w" alt="A">',
      'l.jpg',
    ],
    [
      'without scripts there is a copy',
      '<img class="lazy" alt="A"><noscript><img src="https://a.example/c.jpg" alt="A"></noscript>',
      'c.jpg',
    ],
    [
      'sources say more',
      '<picture><source srcset="https://a.example/b.webp 2000w"><img src="https://a.example/s.webp" alt="A"></picture>',
      'b.webp',
    ],
    ['its set has no spaces', '<img srcset="https://a.example/1.jpg 1x,https://a.example/2.jpg 2x" alt="A">', '2.jpg'],
  ])('shows the picture where %s', async (_why, img, name) => {
    expect((await readOne(page(prose(`<p>${img}</p>`)))).markdown).toContain(`![A](/media/${name})`);
  });
});
