import { DecapCmsCore } from 'decap-cms-core';

/** What is used of Decap CMS, whose own types are of an older React. */
interface Decap {
  init(options: { readonly config: object }): void;
  registerBackend(name: string, backend: unknown): void;
  registerWidget(widgets: readonly object[]): void;
  registerWidget(name: string, control: unknown): void;
  registerEditorComponent(component: object): void;
  registerCustomFormat(name: string, extension: string, format: object): void;
  registerPreviewTemplate(collection: string, component: unknown): void;
  registerEventListener(listener: { readonly name: string; readonly handler: unknown }): void;
  registerLocale(locale: string, phrases: object): void;
  getRemarkPlugins(): readonly unknown[];
}

export const CMS = DecapCmsCore as unknown as Decap;
