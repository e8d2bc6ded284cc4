import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { asHtml } from '../../../../src/domain/html.ts';
import { fillSlots } from '../../../../src/markdown/slots.ts';
import { BLOCKS, INLINE } from '../../../../src/markdown/html/elements.ts';
import { each } from '../../../at-night.ts';
import { renderedText } from '../../../newsroom/rendered-text.ts';
import { buildSiteInResident } from '../../../site/run-broadsheet.ts';
import { test } from '../../demo-test.ts';
import { serve, type Served } from '../../serve.ts';
import { Tab } from '../../visit.ts';
import { elementAttacks, MUTATIONS } from './attacks.ts';

const BODY = '<p>The text of this story.</p>';
/** The policy of a page would refuse what runs; here the text is to be safe without it. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

let temporary = '';
let output = '';
let served: Served;
let page = '';

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'broadsheet-html-'));
  output = join(temporary, 'site');
  const content = join(temporary, 'content');
  mkdirSync(join(content, 'articles'), { recursive: true });
  writeFileSync(join(content, 'site.yaml'), 'title: The Ledger\nurl: https://ledger.example/\n');
  const keys = 'headline: A story\ncontributors: Jo Li\ndate: 2026-11-20\nslug: a\n';
  writeFileSync(join(content, 'articles/a.md'), `---\n${keys}---\nThe text of this story.\n`);
  const ended = await buildSiteInResident(content, output);
  if (ended.status !== 0) throw new Error(ended.stdout + ended.stderr);
  const built = readFileSync(join(output, '2026/11/20/a/index.html'), 'utf8');
  if (!built.includes(BODY) || !POLICY.test(built))
    throw new Error('Unexpected page, expected the text of the story and a policy');
  page = built.replace(POLICY, '');
  served = await serve(output);
});

afterAll(async () => {
  await served?.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** What a browser makes of a page of the site that has some HTML as its text, and again of what it made. */
async function seen(tab: Tab, body: string): Promise<Seen> {
  mkdirSync(join(output, 'attack'), { recursive: true });
  writeFileSync(
    join(output, 'attack/index.html'),
    page.replace(BODY, () => `<!--begin-->${body}<!--end-->`),
  );
  const visited = await tab.goTo(`${served.origin}/attack/`);
  return visited.page.evaluate(async () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    const marks: Node[] = [];
    while (walker.nextNode())
      if (/^(?:begin|end)$/.test(walker.currentNode.nodeValue ?? '')) marks.push(walker.currentNode);
    const [begin, end] = marks;
    const range = document.createRange();
    if (begin && end) {
      range.setStartAfter(begin);
      range.setEndBefore(end);
    }
    const text = document.createElement('div');
    text.append(range.cloneContents());
    // As scripts and other sanitisers do, whatever they read in what.
    for (const name of ['div', 'template', 'table', 'svg', 'p']) {
      const again = document.createElement(name);
      again.innerHTML = text.innerHTML;
      document.body.append(again);
      const { innerHTML } = again;
      again.innerHTML = innerHTML;
      again.remove();
    }
    for (const element of document.querySelectorAll('main *')) {
      for (const type of ['click', 'focus', 'mouseover', 'pointerenter', 'toggle', 'error', 'load']) {
        element.dispatchEvent(new Event(type));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    const outline = (element: Element): string => `${element.localName}.${element.className}#${element.id}`;
    range.deleteContents();
    return {
      ran: '__pwned' in window,
      isTogether: marks.length === 2 && begin?.parentNode === end?.parentNode,
      names: [...new Set([...text.querySelectorAll('*')].map(({ localName }) => localName))],
      attributes: [...new Set([...text.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()))],
      addresses: [...text.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href.replace(/:.*/s, ':')),
      classes: [...text.querySelectorAll('[class]')].flatMap(({ classList }) => [...classList]),
      around: [...document.querySelectorAll('body, body *')].map(outline).join('\n'),
    };
  });
}

interface Seen {
  readonly ran: boolean;
  readonly isTogether: boolean;
  readonly names: readonly string[];
  readonly attributes: readonly string[];
  readonly addresses: readonly string[];
  readonly classes: readonly string[];
  readonly around: string;
}

function printed(text: string): string {
  return fillSlots(renderedText(text).html, (part) => asHtml(part === 'open' ? '<a href="/x/">' : '</a>'));
}

const NAMES = new Set([...Object.keys(INLINE), ...Object.keys(BLOCKS)]);
const ATTRIBUTES = new Set([
  ...['id', 'class', 'lang', 'dir', 'title', 'href', 'colspan', 'rowspan', 'scope', 'headers', 'cite', 'datetime'],
  ...['start', 'reversed', 'open', 'rel'],
  // Of our own tables and pictures.
  ...['tabindex', 'aria-label', 'src', 'alt', 'width', 'height', 'loading', 'decoding'],
]);

function faultsOf(
  { ran, isTogether, names, attributes, addresses, classes, around }: Seen,
  others: string,
): readonly string[] {
  return [
    ...(ran ? ['it ran'] : []),
    ...(isTogether && around === others ? [] : ['the page around it is another']),
    ...names.filter((name) => !NAMES.has(name) || name === 'h1').map((name) => `<${name}>`),
    ...attributes.filter((name) => !ATTRIBUTES.has(name)),
    ...addresses.filter((scheme) => !/^(?:https?|mailto|tel):$/.test(scheme)),
    ...classes.filter(
      (name) => !name.startsWith('own-') && !/^(?:table|box|background|without-picture|caption)$/.test(name),
    ),
  ];
}

test('no element and no attribute that is kept runs anything, or changes the page around it', async ({ browser }) => {
  const tab = new Tab(await browser.newPage());
  const { around } = await seen(tab, BODY);
  const faults: string[] = [];
  for (const text of [...each(4, elementAttacks()), ...each(4, MUTATIONS)]) {
    const found = faultsOf(await seen(tab, printed(text)), around);
    faults.push(...found.map((fault) => `${text.slice(0, 60)}: ${fault}`));
  }
  await tab.page.context().close();
  expect(faults).toEqual([]);
});

test('an attack would be noticed', async ({ browser }) => {
  const tab = new Tab(await browser.newPage());
  const { around } = await seen(tab, BODY);
  const noticed: boolean[] = [];
  const naive = [
    '<img src=x onerror=window.__pwned=1>',
    '</div></article></main>',
    '<p style="x">a</p>',
    '<p class="story">a</p>',
    '<a href="javascript:x">a</a>',
  ];
  expect(faultsOf(await seen(tab, BODY), around)).toEqual([]);
  for (const body of naive) {
    noticed.push(faultsOf(await seen(tab, body), around).length > 0);
  }
  await tab.page.context().close();
  expect(noticed).toEqual([true, true, true, true, true]);
});
