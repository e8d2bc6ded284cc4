import type { Page } from '../../domain/page.ts';
import type { UrlPath } from '../../domain/addresses.ts';

/** A file that is published as it is: a stylesheet, a script. */
export interface AssetSubject {
  readonly url: UrlPath;
  readonly text: string;
}

/** Makes the page of an asset. */
export function makeAsset({ url, text }: AssetSubject): Page<string> {
  return { url, layout: 'verbatim', data: text };
}
