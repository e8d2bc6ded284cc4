import type { Directive } from './directive.ts';

/** Pictures side by side: `:::gallery{title="The fish market at dawn"}` around pictures. */
export const gallery: Directive = {
  name: 'gallery',
  form: 'block',
  attributes: { title: 'optional' },
  open: ({ attributes, environment, text, note }) => {
    if (!text.includes('![')) {
      const message = 'Unexpected `gallery` without pictures, expected some';
      note(undefined, {
        code: 'directive-misused',
        message,
        hint: 'write `![what it shows](file.jpg)` on a line each',
      });
    }
    const title = attributes.get('title')?.trim();
    const heading = title ? `<p class="box-title">${environment.renderLine(title)}</p>\n` : '';
    return `<section class="gallery">${heading}\n`;
  },
  close: () => '</section>\n',
};
