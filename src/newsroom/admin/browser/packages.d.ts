// What is used of the parts of Decap CMS and of React, which bring no types of their own.

declare module 'decap-cms-widget-*' {
  const widget: { Widget(): object };
  // biome-ignore lint/style/noDefaultExport: as the package has it
  export default widget;
}

declare module 'decap-cms-widget-markdown/dist/esm/serializers/index.js' {
  interface Options {
    readonly remarkPlugins: readonly unknown[];
  }
  export function markdownToSlate(markdown: string, options: Options): unknown;
  export function slateToMarkdown(nodes: unknown, options: Options): string;
}

declare module 'decap-cms-locales/dist/esm/en/index.js' {
  const phrases: object;
  // biome-ignore lint/style/noDefaultExport: as the package has it
  export default phrases;
}

declare module 'decap-cms-backend-*' {
  type Backend = Parameters<typeof import('./unwrapped.ts').unwrapped>[0];
  export const GitHubBackend: Backend;
  export const GitLabBackend: Backend;
}

declare module 'react' {
  export function createElement(type: unknown, props?: object | null, ...children: unknown[]): unknown;
  export class Component<Props, State = object> {
    constructor(props: Props);
    readonly props: Props;
    state: State;
    setState(state: Partial<State>): void;
  }
}
