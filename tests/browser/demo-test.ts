import { test as base } from 'vitest';
import { demoFolder } from '../site/demo.ts';
import { launchChromium } from './chromium.ts';
import { serve } from './serve.ts';

/** A test that a browser and the demo newsroom are open for. Files that share a process share the browser. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs; this needs nothing.
  .extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
    const site = await serve(demoFolder());
    onCleanup(() => site.close());
    return site;
  })
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  .extend('chromium', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const chromium = await launchChromium();
    onCleanup(() => chromium.close());
    return chromium;
  })
  .extend('browser', { scope: 'file' }, async ({ chromium }, { onCleanup }) => {
    // A page that is left open goes on with what it does.
    onCleanup(async () => {
      await Promise.all(chromium.contexts().map((context) => context.close()));
    });
    return chromium;
  });
