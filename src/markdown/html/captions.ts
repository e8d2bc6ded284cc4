import type MarkdownIt from 'markdown-it';

/** Takes the words below pictures out of the text: what stands in lines is read by now, and the picture prints them. */
export function captions(markdown: MarkdownIt): void {
  markdown.core.ruler.push('html-captions', (state) => {
    const isCaption = ({ meta }: { readonly meta: unknown }): boolean =>
      (meta as { readonly isCaption?: boolean } | null)?.isCaption === true;
    if (state.tokens.some(isCaption)) state.tokens = state.tokens.filter((token) => !isCaption(token));
  });
}
