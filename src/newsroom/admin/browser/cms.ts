// admin/browser/: what runs in the page of the editor. Decap CMS, with what Broadsheet adds to it; nothing is loaded from elsewhere.
// May import: time, validate, keys, admin.

import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import booleans from 'decap-cms-widget-boolean';
import files from 'decap-cms-widget-file';
import images from 'decap-cms-widget-image';
import lists from 'decap-cms-widget-list';
import markdown from 'decap-cms-widget-markdown';
import numbers from 'decap-cms-widget-number';
import objects from 'decap-cms-widget-object';
import selects from 'decap-cms-widget-select';
import strings from 'decap-cms-widget-string';
import texts from 'decap-cms-widget-text';
import type { AdminConfig } from '../config/admin-config.ts';
import { prepareToSave } from './before-saving.ts';
import { registerBlocks } from './blocks.ts';
import { CMS } from './decap.ts';
import { formatOf } from './format.ts';
import { LocalBackend } from './local-backend.ts';
import { phrasesFor } from './phrases.ts';
import { previewOf } from './preview.ts';
import { saveByKey } from './save-by-key.ts';
import { unwrapped } from './unwrapped.ts';
import { dateField, suggestField } from './widgets.ts';

async function askForConfig(): Promise<AdminConfig> {
  const response = await fetch('config.json');
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as AdminConfig;
}

async function start(): Promise<void> {
  const config = await askForConfig();
  CMS.registerBackend('broadsheet', LocalBackend);
  CMS.registerBackend('github', unwrapped(GitHubBackend));
  CMS.registerBackend('gitlab', unwrapped(GitLabBackend));
  const widgets = [booleans, files, images, lists, markdown, numbers, objects, selects, strings, texts];
  CMS.registerWidget(widgets.map((widget) => widget.Widget()));
  CMS.registerWidget(
    'broadsheet-suggest',
    suggestField(config, async () => (await askForConfig()).lists),
  );
  CMS.registerWidget('broadsheet-date', dateField(config));
  CMS.registerLocale('en', phrasesFor(config.decap.backend.name));
  registerBlocks(config);
  for (const collection of config.collections) {
    CMS.registerCustomFormat(`broadsheet-${collection.name}`, 'md', formatOf(collection));
    CMS.registerPreviewTemplate(collection.name, previewOf(collection));
  }
  CMS.registerEventListener({
    name: 'preSave',
    handler: ({ entry }: { readonly entry: Parameters<typeof prepareToSave>[0] }) => prepareToSave(entry, config),
  });
  if (config.decap.backend.name === 'broadsheet') saveByKey();
  CMS.init({ config: config.decap });
}

// Browsers have it in pages of https and of this machine only; the editor numbers entries of lists with it.
crypto.randomUUID ??= () => {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};

start().catch((fault: unknown) => {
  const told = document.querySelector('#broadsheet-fault');
  if (told) told.textContent = `The editor cannot start: ${fault instanceof Error ? fault.message : String(fault)}`;
});
