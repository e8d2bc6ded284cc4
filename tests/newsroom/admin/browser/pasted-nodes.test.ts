import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { type PastedNode, pastedNodes } from '../../../../src/newsroom/admin/browser/pasted/pasted-nodes.ts';

/** What is pasted of a page, in short: `paragraph(The , *Monday, link(https://…: here))`; before words their marks stand, `*` for bold, `/` for italic. */
function pasted(html: string): string {
  return pastedNodes(new JSDOM(html).window.document.body).nodes.map(told).join('\n');
}

function told(node: PastedNode): string {
  if ('text' in node) {
    const marks = `${node.bold ? '*' : ''}${node.italic ? '/' : ''}${node.delete ? '~' : ''}${node.code ? '`' : ''}`;
    return marks + node.text;
  }
  const address = node.url === undefined ? '' : `${node.url}: `;
  return `${node.type}(${address}${node.children.map(told).join(', ')})`;
}

const item = (marker: string, level: number, text: string, list = 'l0'): string =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span>${text}</p>`;

describe('a text that was copied from Word', () => {
  it('keeps its words apart where a line of the clipboard ends, and what is bold and italic', () => {
    const html = `<p class=MsoNormal><span lang=EN-US>The ferry did not
leave on <b>Monday</b>,\r\nand <b style='mso-bidi-font-weight:normal'><i>nobody</i></b> knew.<span>&nbsp; </span>It was cold.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`;
    expect(pasted(html)).toBe(
      'paragraph(The ferry did not leave on , *Monday, , and , */nobody,  knew.,  , It was cold.)',
    );
  });

  it('has its lists as lists, with those within them', () => {
    const html = [
      item('·', 1, 'First'),
      item('o', 2, 'Within'),
      item('·', 1, 'Second'),
      item('1.', 1, 'Number', 'l1'),
      '<p class=MsoNormal>Between</p>',
      item('a)', 1, 'Letter', 'l1'),
    ].join('\n');
    expect(pasted(html)).toBe(
      `bulleted-list(list-item(paragraph(First), bulleted-list(list-item(paragraph(Within)))), list-item(paragraph(Second)))
numbered-list(list-item(paragraph(Number)))
paragraph(Between)
numbered-list(list-item(paragraph(Letter)))`,
    );
  });

  it.each([
    ['what was deleted while changes were noted', '<del cite="mailto:Jo" datetime="2026-11-01T10:00">never</del>'],
    [
      'the mark of a comment',
      '<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[JD1]</a></span>',
    ],
    ['comments', "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Ask Jane!</p></div></div>"],
    [
      'what is hidden',
      '<span style="display: none">not seen</span><span style="mso-hide:all">nor this</span><p hidden>nor that</p>',
    ],
    ['styles and scripts', '<style>p { margin: 0 }</style><script>alert(1)</script><title>A</title>'],
  ])('leaves out %s', (_what, html) => {
    expect(pasted(`<p>Said</p>${html}`)).toBe('paragraph(Said)');
  });

  it('keeps what is struck through by itself, and what was put in while changes were noted', () => {
    expect(pasted('<p><s>old</s> <del>gone</del> <ins datetime="2026-11-01T10:00">new</ins></p>')).toBe(
      'paragraph(~old,  , ~gone,  , new)',
    );
  });
});

describe('a text that was copied from Google Docs', () => {
  it('goes by styles, not by the element around it', () => {
    const html = `<b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:700">Title</span></h1><p dir="ltr"><span style="font-weight:400;font-style:normal">The </span><span style="font-weight:700">bold</span><span style="font-style:italic"> one</span><span style="text-decoration:line-through"> old</span></p><br><h2>Sub</h2></b>`;
    expect(pasted(html)).toBe('heading-two(Title)\nparagraph(The , *bold, / one, ~ old)\nheading-three(Sub)');
  });

  it('has lists within lists, wherever these stand', () => {
    const html =
      '<ul><li><p>One</p></li><ul><li><p>Inner</p></li></ul><li><p>Two</p></li></ul><ol><li>A<ul><li>B</li></ul></li></ol>';
    expect(pasted(html)).toBe(
      `bulleted-list(list-item(paragraph(One), bulleted-list(list-item(paragraph(Inner)))), list-item(paragraph(Two)))
numbered-list(list-item(paragraph(A), bulleted-list(list-item(paragraph(B)))))`,
    );
  });
});

describe('a text that is pasted', () => {
  it.each([
    ['https://example.com/a?b=1&amp;c=2', 'link(https://example.com/a?b=1&c=2: here)'],
    ['https://www.google.com/url?q=https://example.com/x%3Fy%3D1&amp;sa=D', 'link(https://example.com/x?y=1: here)'],
    [
      'https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&amp;data=05',
      'link(https://example.org/a: here)',
    ],
    [
      'https://www.google.com/url?q=javascript:alert(1)',
      'link(https://www.google.com/url?q=javascript:alert(1): here)',
    ],
    ['mailto:jane@example.com', 'link(mailto:jane@example.com: here)'],
    ['file:///C:/Users/x/y.docx', 'here'],
    ['#_ftn1', 'here'],
    ['javascript:alert(1)', 'here'],
    ['/relative', 'here'],
  ])('leads where it led, and to no file of somebody’s machine: %s', (href, words) => {
    expect(pasted(`<p>See <a href="${href}">here</a></p>`)).toBe(`paragraph(See , ${words})`);
  });

  it('is the words that it is where no paragraph is around them', () => {
    expect(pasted('<span style="color:red">just <b>some</b> words</span>')).toBe('paragraph(just , *some,  words)');
  });

  it('keeps the spaces at the ends of a link outside of it', () => {
    expect(pasted('<p>See<a href="https://example.com/"> here </a>now</p>')).toBe(
      'paragraph(See,  , link(https://example.com/: here),  , now)',
    );
  });

  it('has breaks within paragraphs, and two of them end one', () => {
    expect(pasted('<div>One<br>two<br><br>three<br></div>')).toBe('paragraph(One, break(), two)\nparagraph(three)');
  });

  it('has quotations, rules, code and tables', () => {
    const table = '<table><tr><th><p>Port</p></th><th>Boats</th></tr><tr><td>Quay | north</td></tr></table>';
    expect(pasted(`<blockquote>Said <em>so</em></blockquote><hr><pre>a\n  b</pre>${table}`)).toBe(
      `quote(paragraph(Said , /so))
thematic-break()
paragraph(\`a)
paragraph(\`  b)
table(table-row(table-cell(Port), table-cell(Boats)), table-row(table-cell(Quay \\| north), table-cell()))`,
    );
  });

  it('takes a table that is there for its looks for what stands in it', () => {
    expect(pasted('<table><tr><td><p>One</p><p>Two</p></td></tr></table>')).toBe('paragraph(One)\nparagraph(Two)');
  });

  it('leaves out pictures, and says how many', () => {
    const { nodes, pictures } = pastedNodes(
      new JSDOM('<p>A <img src="file:///C:/a.png"> b</p><img src="data:image/png;base64,AA">').window.document.body,
    );
    expect([nodes.map(told), pictures]).toEqual([['paragraph(A , b)'], 2]);
  });

  it('keeps spaces that do not break, but no two in a row', () => {
    expect(pasted('<p>5&nbsp;km.&nbsp; Then</p>')).toBe('paragraph(5\u00a0km. Then)');
  });

  it('is nothing where there is nothing', () => {
    expect(pasted('<p>&nbsp;</p><ul><li></li></ul><br><div> </div>')).toBe('');
  });

  it('is read however many breaks it has, and however deep its elements are', () => {
    const lines = pastedNodes(new JSDOM('a<br>'.repeat(1000)).window.document.body).nodes;
    expect(lines[0]?.children).toHaveLength(1999);
    expect(pasted(`${'<div><b>'.repeat(50)}A${'</b></div>'.repeat(50)}`)).toBe('paragraph(*A)');
  });
});
