// Packages that say nothing of their types.

declare module 'markdown-it-deflist' {
  const plugin: (markdown: unknown) => void;
  export = plugin;
}

declare module 'markdown-it-mark' {
  const plugin: (markdown: unknown) => void;
  export = plugin;
}

declare module 'markdown-it-sub' {
  const plugin: (markdown: unknown) => void;
  export = plugin;
}

declare module 'markdown-it-sup' {
  const plugin: (markdown: unknown) => void;
  export = plugin;
}

declare module 'markdown-it-emoji/lib/data/full.mjs' {
  const emoji: Readonly<Record<string, string>>;
  export = emoji;
}
