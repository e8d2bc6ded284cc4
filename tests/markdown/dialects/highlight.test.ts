import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../newsroom/rendered-text.ts';

function fence(info: string, code: string): string {
  return `\`\`\`${info}\n${code}\n\`\`\``;
}

describe('code whose language is named', () => {
  it('has classes for its parts, and nothing else', () => {
    expect(htmlOf(fence('js', 'const a = "<b>"; // c'))).toBe(
      '<pre tabindex="0"><code class="language-js"><span class="code-keyword">const</span> a = ' +
        '<span class="code-string">&quot;&lt;b&gt;&quot;</span>; <span class="code-comment">// c</span></code></pre>',
    );
  });

  it.each(['python', 'Python', 'py', '{.python}', 'python {linenos=true}', 'python title="a.py"', 'python{1,3}'])(
    'is named by %s',
    (info) => {
      expect(htmlOf(fence(info, 'print(1)'))).toContain('<span class="code-built_in">print</span>');
    },
  );

  it.each(['', 'nolang', 'constructor', '__proto__', 'math', 'markdown', 'shell', '<script>'])(
    'is printed as it is in a language that nobody knows: %j',
    (info) => {
      const html = htmlOf(fence(info, 'a < "b" -- c'));

      expect(html).toContain('>a &lt; &quot;b&quot; -- c\n</code></pre>');
      expect(html).not.toContain('<span');
    },
  );

  it.each([
    ['a long line', `x = "${'a'.repeat(600)}"`],
    ['a long block', 'x = 1\n'.repeat(1000)],
  ])('is printed as it is where it has %s', (_what, code) => {
    expect(htmlOf(fence('python', code))).not.toContain('<span');
  });

  it('is told apart up to so much of a text', () => {
    const blocks = Array.from({ length: 10 }, () => fence('python', 'x = 1\n'.repeat(700))).join('\n\n');

    expect(htmlOf(blocks).match(/<pre tabindex="0">(?=<code class="language-python">x = <span)/g)).toHaveLength(5);
  });

  it('is typographic nowhere', () => {
    expect(htmlOf(fence('js', `a--; '"...`))).toContain('--; ');
    expect(htmlOf(fence('js', `a--; '"...`))).not.toMatch(/[–—…“”‘’]/);
  });

  it('is printed as it is where that is switched off', () => {
    expect(htmlOf(fence('js', 'const a'), { site: { markdown: { highlight: false } } })).toBe(
      '<pre tabindex="0"><code class="language-js">const a\n</code></pre>',
    );
  });

  it.each([
    'javascript',
    'python',
    'html',
    'css',
    'json',
    'yaml',
    'bash',
    'sql',
    'r',
    'c',
    'java',
    'php',
    'ruby',
    'go',
  ])('cannot break out of it in %s', (language) => {
    const html = htmlOf(
      fence(language, '</code></pre><img src=x onerror=alert(1)>"\'<script>alert(1)</script>$' + '{a}<?php'),
    );

    expect(
      html.replace(
        /<span class="[\w -]+">|<\/span>|<pre tabindex="0">|<\/pre>|<\/?code>|<code class="language-[a-z]+">/g,
        '',
      ),
    ).not.toContain('<');
  });
});
