import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { RawHtml } from '../parts/html.tsx';

/** The table of contents of a text: `[TOC]`. */
export interface ContentsData {
  /** “Contents”. */
  readonly label: string;
  /** Lists in lists of links to the headings. */
  readonly list: Html;
}

export function Contents({ label, list }: ContentsData): VNode {
  return (
    <nav class="contents" aria-label={label}>
      <RawHtml html={list} />
    </nav>
  );
}
