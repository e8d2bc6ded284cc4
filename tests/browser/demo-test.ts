import { test as base } from 'vitest';
import { demoFolder } from '../site/demo.ts';
import { launchChromium } from './chromium.ts';
import { serve } from './serve.ts';

/** A test that a browser and the demo newsroom are open for. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs; this needs nothing.
  .extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
    const site = await serve(demoFolder());
    onCleanup(() => site.close());
    return site;
  })
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  });
