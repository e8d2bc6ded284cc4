import type { VNode } from 'preact';
import type { Html } from '../src/domain/html.ts';
import type { Frame } from '../src/pages/site/frame.ts';
import { RawHtml } from './parts/html.tsx';
import { Document } from './parts/site.tsx';

/** What stands around a template of Eleventy's that says `layout: document`: head, masthead and footer. */
export default function DocumentAround({ frame, content }: DocumentContent): VNode {
  return (
    <Document frame={frame}>
      <RawHtml html={content} />
    </Document>
  );
}

/** What a template has printed, and the frame of its page. */
export interface DocumentContent {
  readonly frame: Frame;
  readonly content: Html;
}
