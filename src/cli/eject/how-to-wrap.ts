/** How to have a file do what ours does and something more, without a copy of it: three lines for that very file. */
export function howToWrap(path: string, text: string): string {
  if (path.endsWith('.css')) {
    return [
      'Most changes need no copy: rules and custom properties in layouts/styles/theme.css come last, over all updates:',
      '  :root {',
      '    --accent: #0b5d3b;',
      '  }',
    ].join('\n');
  }
  if (!path.endsWith('.tsx')) return 'A script cannot be wrapped; to be rid of the copy, delete it.';
  const layout = /^export default function (\w+)/m.exec(text)?.[1];
  const lines = layout === undefined ? wrappedPart(path, text) : wrappedLayout(path, layout);
  return ['A wrapper is safe over updates, where it is enough. In the place of the copy:', ...lines].join('\n');
}

function wrappedLayout(path: string, name: string): readonly string[] {
  return [
    `  import ${name} from 'broadsheet/${path}';`,
    `  type Page = Parameters<typeof ${name}>[0];`,
    `  export default (page: Page) => <${name} {...page} />;`,
  ];
}

/** Of a part, whatever else it has is handed on. */
function wrappedPart(path: string, text: string): readonly string[] {
  const name = /^export function ([A-Z]\w*)/m.exec(text)?.[1] ?? 'Part';
  return [
    `  import { ${name} as Ours } from 'broadsheet/${path}';`,
    `  export * from 'broadsheet/${path}';`,
    `  export const ${name}: typeof Ours = (props) => <Ours {...props} />;`,
  ];
}
