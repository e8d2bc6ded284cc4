import { type ComponentChildren, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Box } from '../../layouts/directives/box.tsx';
import { Chart, type ChartData } from '../../layouts/directives/chart.tsx';
import { NoticeInFeed, NoticeInText } from '../../layouts/directives/correction.tsx';
import { BackLink, Footnotes } from '../../layouts/directives/footnotes.tsx';
import { LinkCard } from '../../layouts/directives/link-card.tsx';
import { Gallery } from '../../layouts/directives/gallery.tsx';
import { Figure } from '../../layouts/directives/picture.tsx';
import { Player, Transcript } from '../../layouts/directives/recording.tsx';
import { DataTable } from '../../layouts/directives/table.tsx';
import { Update } from '../../layouts/directives/update.tsx';
import { SIZES } from '../../layouts/parts/picture-sizes.ts';
import { asHtml } from '../../src/domain/html.ts';
import { printBlock, printLayout } from '../../src/markdown/print-layout.ts';

const HTML = asHtml('<em>a</em> &amp; b');
// Without what the two escape in different ways.
const TEXT = 'A & <b "c"';
const OFFERS = [{ type: 'image/webp', srcset: '/a-3.webp 3w, /a-6.webp 6w' }];
const PICTURE = { src: '/a.jpg', alt: TEXT, width: 3, height: undefined, widest: undefined, offers: OFFERS };
const NOTICE = {
  kind: 'correction',
  id: 'n',
  title: TEXT,
  time: { iso: '2026-11-23', text: TEXT },
  text: HTML,
} as const;
const DATED = { id: 'a', iso: '2026-11-23T12:00:00Z', day: TEXT, clock: TEXT };
const TABLE = { title: undefined, label: TEXT, columns: [], rows: [], naming: -1 };
const BAR = { x: 1, y: 2, width: 3, height: 4, tone: 'series-1', label: TEXT };
const CHART: ChartData = {
  title: HTML,
  unit: HTML,
  source: HTML,
  label: TEXT,
  isRtl: true,
  legend: [
    { name: TEXT, tone: 'series-1', shape: 'line' },
    { name: TEXT, tone: 'series-2', shape: 'dot' },
  ],
  drawings: [
    {
      title: TEXT,
      drawing: {
        kind: 'plot',
        base: 91,
        levels: [{ y: 91, label: TEXT, isZero: true }],
        ticks: [{ x: 3, label: TEXT, side: 'left' }],
        axisName: TEXT,
        bars: [BAR],
        paths: [{ d: 'M0,1Z', tone: 'muted', isArea: false }],
        dots: [{ x: 1, y: 2, tone: 'series-1' }],
      },
    },
    {
      title: TEXT,
      drawing: {
        kind: 'rows',
        isGrouped: false,
        rows: [{ name: TEXT, isHighlighted: true, lines: [{ bars: [BAR], dots: [], value: TEXT }] }],
        zero: 3,
        ticks: [],
      },
    },
  ],
  numbers: { label: TEXT, table: TABLE, download: { href: '/a.csv', label: TEXT } },
};

/** A layout and what it is given, for both ways to print it. */
function both<Data extends object>(layout: (data: Data) => VNode, data: Data): readonly [ours: string, theirs: string] {
  return [
    printLayout(layout, data),
    renderToString(h(layout, data)).replace(/\/>/g, '>').replaceAll(' alt ', ' alt="" '),
  ];
}

describe('a picture of a text', () => {
  const figure = (src: string, widest: number): string =>
    printBlock(Figure, {
      ...PICTURE,
      src,
      widest,
      caption: undefined,
      credit: undefined,
      reach: 'wide',
      isZoomable: false,
    });

  it.each([
    ['/a.jpg', 1200, true],
    ['/a.jpg', 1199, false],
    ['/a.svg', 30, true],
  ])('leaves the column only with the pixels for that: %s of %i', (src, widest, isWide) => {
    const html = figure(src, widest);

    expect(html.includes('<figure class="wide">')).toBe(isWide);
    expect(html.includes(`sizes="${SIZES.wide}"`)).toBe(isWide);
    expect(html.includes(`sizes="${SIZES.column}"`)).toBe(!isWide);
  });

  it.each([
    [1, [SIZES.galleryAlone]],
    [2, [SIZES.gallery, SIZES.gallery]],
    [3, [SIZES.gallery, SIZES.gallery, SIZES.galleryAlone]],
  ])('is said to be as wide as it is in a gallery of %i', (count, widths) => {
    const one = printBlock(Figure, {
      ...PICTURE,
      caption: undefined,
      credit: undefined,
      reach: undefined,
      isZoomable: false,
    });
    const html = printBlock(Gallery, { title: undefined, text: asHtml(one.repeat(count)) });

    expect([...html.matchAll(/<source[^>]* sizes="([^"]*)"/g)].map(([, sizes]) => sizes)).toEqual(widths);
  });
});

describe('a layout of a text', () => {
  it.each([
    ['a box', both(Box, { kind: 'factbox', title: HTML, text: HTML })],
    ['a box without a title', both(Box, { kind: 'timeline', title: undefined, text: HTML })],
    ['a correction', both(NoticeInText, NOTICE)],
    ['a correction without a date', both(NoticeInText, { ...NOTICE, id: undefined, time: undefined })],
    ['a correction in a feed', both(NoticeInFeed, NOTICE)],
    ['notes', both(Footnotes, { label: TEXT, text: HTML })],
    ['a way back', both(BackLink, { href: '#a', label: TEXT })],
    ['a card', both(LinkCard, { url: '/?a&b', host: 'a', title: HTML, picture: PICTURE, rel: undefined })],
    ['a figure', both(Figure, { ...PICTURE, caption: HTML, credit: TEXT, reach: undefined, isZoomable: false })],
    ['a wide figure', both(Figure, { ...PICTURE, caption: HTML, credit: TEXT, reach: 'wide', isZoomable: true })],
    ['what is said', both(Transcript, { id: 'a', label: TEXT, title: HTML, text: HTML })],
    ['an update', both(Update, { dated: DATED, title: undefined, byline: TEXT, isPinned: true, text: HTML })],
    ['a player', both(Player, { ...aPlayer('video'), poster: PICTURE })],
    ['a player of sound', both(Player, aPlayer('audio'))],
    [
      'a table',
      both(DataTable, {
        title: HTML,
        label: TEXT,
        columns: [
          { name: '', isNumber: false },
          { name: TEXT, isNumber: true },
        ],
        rows: [{ cells: ['a\nb', '1'], isHighlighted: true }],
        naming: 0,
      }),
    ],
    ['a chart', both(Chart, CHART)],
  ])('is printed as one of a page would be: %s', (_what, [ours, theirs]) => {
    expect(ours).toBe(theirs);
  });

  it('has no `>` in a tag and no quote in a value, whatever a text says', () => {
    const Part = ({ text, inner }: { readonly text: string; readonly inner: ComponentChildren }): VNode => (
      <section aria-label={text} title={undefined} hidden={false}>
        {text}
        {inner}
      </section>
    );

    expect(printBlock(Part, { text: `'>"<&`, inner: [null, undefined, false, true, 0, <br />] })).toBe(
      '<section aria-label="&#39;&gt;&quot;&lt;&amp;">&#39;&gt;&quot;&lt;&amp;0<br></section>\n',
    );
  });
});

function aPlayer(kind: 'audio' | 'video'): Parameters<typeof Player>[0] {
  return {
    kind,
    src: '/a.mp4',
    name: HTML,
    label: TEXT,
    poster: undefined,
    captions: { src: '/a.vtt', language: 'en', label: TEXT },
    title: HTML,
    duration: '4:05',
    transcript: { href: '#a', label: TEXT },
  };
}
