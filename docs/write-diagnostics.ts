import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CATALOGUE } from '../src/diagnostics/catalogue.ts';
import type { CatalogueEntry, Fixed } from '../src/diagnostics/catalogue-entry.ts';

/** Writes docs/diagnostics.md from the catalogue of codes and their fixtures: `npm run docs`. */

const FIXTURES = new URL('../tests/diagnostics/fixtures/', import.meta.url);
const PAGE = new URL('diagnostics.md', import.meta.url);

const INTRODUCTION = `# What can be wrong, by code

\`npx broadsheet check\` and every build say what is wrong with the content: the file, the line, the words in question,
what was expected, and what to do. Each ends with one of these codes. An error stops the build; a warning does not.

A newsroom may set the severity of those that say so in \`site.yaml\`, as in \`standards: { headline-long: error }\`, also for
old stories only; see [standards](writing.md#standards). Those that are off are told of only where it sets one. The others are always errors: some keep readers safe, and without
the rest there would be no page, or a wrong one. A code that is not here is that of a house rule, which the newsroom has
[written itself](extending.md).
`;

/** Whether a newsroom may set the severity, as the words after it. */
const SETTABLE: Readonly<Record<Fixed | 'settable', string>> = {
  settable: '; may be set',
  safety: ', always: for safety',
  impossible: ', always',
};

/** The page of all codes, each with an example as it is printed. */
export function diagnosticsPage(): string {
  const entries: [string, CatalogueEntry][] = Object.entries(CATALOGUE);
  const parts = entries.map(([code, { severity, fixed, isOptional, meaning }]) => {
    const report = new URL(`${code}/report.txt`, FIXTURES);
    const example = existsSync(report) ? `\n\`\`\`text\n${readFileSync(report, 'utf8').trimEnd()}\n\`\`\`\n` : '';
    const grave = isOptional ? 'Off' : severity === 'error' ? 'Error' : 'Warning';
    return `## ${code}\n\n${meaning} (${grave}${SETTABLE[fixed ?? 'settable']}.)\n${example}`;
  });
  return `${INTRODUCTION}\n${parts.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, diagnosticsPage());
