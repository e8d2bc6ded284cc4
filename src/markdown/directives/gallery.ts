import { Gallery } from '../../../layouts/directives/gallery.tsx';
import { printBlock } from '../print-layout.ts';
import type { Directive } from './directive.ts';

/** Pictures side by side: `:::gallery{title="The fish market at dawn"}` around pictures. */
export const gallery: Directive = {
  name: 'gallery',
  form: 'block',
  attributes: { title: 'optional' },
  print: ({ attributes, environment, source, note }, text) => {
    if (!/!\[|<img\b/i.test(source)) {
      const message = 'Unexpected `gallery` without pictures, expected some';
      note(undefined, {
        code: 'directive-misused',
        message,
        hint: 'write `![what it shows](file.jpg)` on a line each',
      });
    }
    const title = attributes.get('title')?.trim();
    return printBlock(Gallery, { title: title ? environment.renderLine(title) : undefined, text: text() });
  },
};
