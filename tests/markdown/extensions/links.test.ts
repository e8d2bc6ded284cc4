import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

describe('a link elsewhere', () => {
  it.each([
    ['[a](https://example.com/x?y=1&z=2#w)', 'https://example.com/x?y=1&amp;z=2#w'],
    ['[a](http://example.com)', 'http://example.com'],
    ['[a](HTTPS://example.com/)', 'HTTPS://example.com/'],
    ['[a](mailto:desk@ledger.example)', 'mailto:desk@ledger.example'],
    ['[a](tel:+442079460000)', 'tel:+442079460000'],
    ['[a](#what-we-know)', '#what-we-know'],
    ['<https://example.com/>', 'https://example.com/'],
    ['<desk@ledger.example>', 'mailto:desk@ledger.example'],
    ['[a][b]\n\n[b]: https://example.com/', 'https://example.com/'],
    ['[a][1]\n\n[1]: https://example.com/', 'https://example.com/'],
    ['[a](<https://example.com/a b>)', 'https://example.com/a%20b'],
    ['[a](https://example.com/"onclick=x)', 'https://example.com/%22onclick=x'],
    ['[a](https://ledger.example.evil.example/)', 'https://ledger.example.evil.example/'],
  ])('is printed as it is: %s', (markdown, address) => {
    const { html, findings, references } = renderedText(markdown);

    expect(html).toContain(`<a href="${address}">`);
    expect([findings, [...references]]).toEqual([[], []]);
  });

  it('in a story that was paid for says so', () => {
    const html = htmlOf('[a](https://example.com/) [b](mailto:a@b.example) [c](#d)', { sponsored: true });

    expect(html).toBe(
      '<p><a href="https://example.com/" rel="sponsored">a</a> <a href="mailto:a@b.example">b</a> <a href="#d">c</a></p>',
    );
  });

  it('has no title, which only a mouse could show', () => {
    expect(htmlOf('[a](https://example.com/ "title")')).toBe('<p><a href="https://example.com/">a</a></p>');
  });
});

describe('a link within the site', () => {
  it.each([
    ['[a](../10/report.md)', '../10/report.md'],
    ['[a](report.md#what-we-know)', 'report.md#what-we-know'],
    ['[a](/2026/11/23/report/)', '/2026/11/23/report/'],
    ['[a](bericht%C3%BC.md)', 'bericht%C3%BC.md'],
    ['[a](<berichtü 50%.md>)', 'berichtü 50%.md'],
    ['[a](https://ledger.example/media/50%25.pdf)', '/media/50%.pdf'],
    ['[a](<mein bericht.md>)', 'mein bericht.md'],
    ['[a](https://ledger.example/about/)', '/about/'],
    ['[a](minutes.pdf)', 'minutes.pdf'],
  ])('is noted, and stands for itself until its address is known: %s', (markdown, target) => {
    const { html, findings, references } = renderedText(`Text\n\n${markdown}`, { firstLine: 6 });

    expect(references).toMatchObject([{ kind: 'link', target, place: { lines: [8, 8] } }]);
    expect(html).not.toContain('<a');
    expect(findings).toEqual([]);
  });

  it('of a site in a folder is one only within that folder', () => {
    const { references } = renderedText('[a](https://ledger.example/paper/about/) [b](https://ledger.example/shop/)', {
      site: { url: 'https://ledger.example/paper/' },
    });

    expect(references.map(({ target }) => target)).toEqual(['/about/']);
  });

  it('with a picture in it is still one link', () => {
    const { html, references } = renderedText('[![A bridge](bridge.jpg)](report.md)');

    expect(references.map(({ target }) => target)).toEqual(['report.md']);
    expect(html).not.toContain('<figure>');
  });
});

describe('a link that would run something', () => {
  const disguises = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    'java&#10;script:alert(1)',
    'java&#x09;script:alert(1)',
    'java&Tab;script:alert(1)',
    'javascript&colon;alert(1)',
    '&#1;javascript:alert(1)',
    '%20javascript:alert(1)',
    'java\\script:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/svg+xml,<svg/onload=alert(1)>',
    'file:///etc/passwd',
    'blob:https://ledger.example/x',
    'view-source:javascript:alert(1)',
    'intent://x#Intent;end',
  ];

  it.each(disguises)('never becomes one: %s', (address) => {
    for (const markdown of [`[a](${address})`, `[a](<${address}>)`, `[a][b]\n\n[b]: ${address}`, `<${address}>`]) {
      const { html } = renderedText(markdown);

      expect(html).not.toMatch(/<a\b|href|src/);
    }
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'x:y',
  ])('is refused: %s', (address) => {
    const text = `Text\n\n[*words*](${address})`;
    const { html, findings } = renderedText(text);

    expect(pointedAt(text, findings)).toEqual([{ code: 'link-unsafe', line: 3, text: address }]);
    expect(html).toContain('<p><em>words</em></p>');
  });

  it('is refused as a picture too', () => {
    const { html, findings } = renderedText('![a](javascript:x) ![a](data:image/svg+xml,x)');

    expect(html).toBe('<p> </p>\n');
    expect(codesOf(findings)).toEqual(['picture-remote', 'picture-remote']);
  });
});

describe('an address that is a text as well', () => {
  it.each([
    ['https://example.com/%E4%BA%AC', 'https://example.com/京'],
    ['https://example.com/%E2%80%AEgpj.a', 'https://example.com/%E2%80%AEgpj.a'],
    ['https://example.com/%E2%81%A6a', 'https://example.com/%E2%81%A6a'],
  ])('is shown with its letters, and without marks that turn them around: %s', (address, shown) => {
    expect(htmlOf(`<${address}>`)).toBe(`<p><a href="${address}">${shown}</a></p>`);
  });
});
