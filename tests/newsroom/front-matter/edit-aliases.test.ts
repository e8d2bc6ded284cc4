import { describe, expect, it } from 'vitest';
import { editFrontMatter } from '../../../src/newsroom/front-matter/edit-front-matter.ts';

function edited(source: string, changes: Readonly<Record<string, unknown>>): string {
  const edit = editFrontMatter(source, new Map(Object.entries(changes)));
  return edit.kind === 'edited' ? edit.text : `unsure: ${edit.reason}`;
}

describe('editing front matter with anchors', () => {
  it.each([
    ['a flag', 'draft: &a true\nnoindex: *a', { draft: undefined }, 'noindex: true'],
    [
      'the last of two of one name',
      'free: &a false\ndraft: &a true\nnoindex: *a',
      { draft: undefined },
      'free: &a false\nnoindex: true',
    ],
    [
      'a text, with what stands behind the alias',
      'headline: &h Bridge closes\nseo: *h # as it is\nimage: { alt: *h, src: a.png }',
      { headline: 'Bridge opens' },
      'headline: &h Bridge opens\nseo: Bridge closes # as it is\nimage: { alt: Bridge closes, src: a.png }',
    ],
    [
      'a text that needs quotes, and one within brackets',
      'headline: &h "Bridge: closed, yes"\nseo: *h\ntopics: [*h, *h]',
      { headline: 'Open' },
      'headline: &h "Open"\nseo: "Bridge: closed, yes"\ntopics: ["Bridge: closed, yes", "Bridge: closed, yes"]',
    ],
    [
      'a list of which an entry changes',
      'topics: &t [A, "B, C"]\nrelated: *t',
      { topics: ['A'] },
      'topics: &t [A]\nrelated: [A, "B, C"]',
    ],
    [
      'a text within a group',
      'image:\n  alt: &x A bridge\n  src: a.png\ndek: *x',
      { image: { src: 'a.png' } },
      'image:\n  src: a.png\ndek: A bridge',
    ],
    ['nothing, where the alias is what changes', 'a: &x 1\nb: *x\nc: *x', { b: 2 }, 'a: &x 1\nb: 2\nc: *x'],
  ])('writes out what takes its value from a key that changes: %s', (_what, before, changes, after) => {
    expect(edited(`---\n${before}\n---\n`, changes)).toBe(`---\n${after}\n---\n`);
  });

  it('leaves anchors alone that nothing of the change refers to', () => {
    expect(edited('---\na: &x 1\nb: *x\ndraft: true\n---\n', { draft: undefined })).toBe('---\na: &x 1\nb: *x\n---\n');
  });
});
