import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, type DiagnosticCode } from '../../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { printForGitHub } from '../../../src/cli/output/formats/github.ts';
import { printForGitLab } from '../../../src/cli/output/formats/gitlab.ts';
import { printSarif } from '../../../src/cli/output/formats/sarif.ts';

function aDiagnostic(given: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ...{ code: 'link-broken', severity: 'error', path: 'content/articles/a.md', line: 7, column: 5, length: 4 },
    ...{ excerpt: 'See it.', message: 'Unexpected link', hint: 'mend it', related: [] },
    ...given,
  } as Diagnostic;
}

const told = (...diagnostics: readonly Diagnostic[]) => ({ diagnostics, toDo: [] });
const github = (...diagnostics: readonly Diagnostic[]) =>
  printForGitHub(told(...diagnostics), { log: 'Log', token: 'T' });
const commandsIn = (text: string): readonly string[] => text.split('::T::\n')[1]?.trimEnd().split('\n') ?? [];

const HOSTILE = 'a\n::error::b\r::set-output name=x::%0A,::%25 ##[add-mask]\u001b[31m\u202e';

describe('annotations for GitHub', () => {
  it('name the file, the place and the code, and say what to do', () => {
    expect(commandsIn(github(aDiagnostic()))).toEqual([
      '::error file=content/articles/a.md,line=7,col=5,endColumn=9,title=link-broken::Unexpected link%0Ahint: mend it',
    ]);
  });

  it('have a line alone of a file as such, and are warnings and notices too', () => {
    const warning = aDiagnostic({ severity: 'warn', excerpt: undefined, line: 1, column: 1, hint: undefined });
    const text = printForGitHub({ diagnostics: [warning], toDo: [warning] }, { log: '', token: 'T' });
    const place = 'file=content/articles/a.md,line=1,title=link-broken::Unexpected link';

    expect(commandsIn(text)).toEqual([`::warning ${place}`, `::notice ${place}`]);
  });

  it('cannot be broken out of: one line each, and nothing in it is obeyed', () => {
    const text = github(aDiagnostic({ path: `content/${HOSTILE}.md`, message: HOSTILE, hint: HOSTILE }));
    const [command, ...others] = commandsIn(text);
    const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/s.exec(command ?? '') ?? [];

    expect(others).toEqual([]);
    expect(properties.split(',').map((part) => part.split('=')[0])).toEqual([
      'file',
      'line',
      'col',
      'endColumn',
      'title',
    ]);
    expect(properties).not.toContain(':');
    expect(`${properties}${data}`).not.toMatch(/[\p{Cc}\u202e]|%(?!25|0A|3A|2C)/u);
  });

  it('stand behind a report in which no command is obeyed', () => {
    const text = printForGitHub(told(), { log: '::error::x\n##[error]y\n', token: 'T' });

    expect(text).toBe('::stop-commands::T\n::error::x\n##[error]y\n::T::\n');
  });

  it('are ten of a level, the first of each code before the others', () => {
    const many = Array.from({ length: 30 }, (_, line) => aDiagnostic({ code: 'picture-alt', line }));
    const commands = commandsIn(github(...many, aDiagnostic({ code: 'date-invalid' })));

    expect(commands).toHaveLength(10);
    expect(commands[1]).toContain('title=date-invalid');
  });
});

describe('a Code Quality report for GitLab', () => {
  it('is a list of what GitLab asks for', () => {
    const warning = aDiagnostic({ severity: 'warn', message: 'Other', hint: undefined });
    const report = JSON.parse(
      printForGitLab({ diagnostics: [aDiagnostic(), warning], toDo: [aDiagnostic({ path: 'b.md' })] }),
    );

    expect(report).toEqual([
      expect.objectContaining({
        ...{ description: 'Unexpected link (mend it)', check_name: 'link-broken', severity: 'major' },
        location: { path: 'content/articles/a.md', lines: { begin: 7 } },
      }),
      expect.objectContaining({ description: 'Other', severity: 'minor' }),
      expect.objectContaining({ severity: 'info', location: { path: 'b.md', lines: { begin: 7 } } }),
    ]);
  });

  it('knows a problem again on another line, and tells those apart that are alike', () => {
    const fingerprints = (...all: readonly Diagnostic[]): readonly string[] =>
      (JSON.parse(printForGitLab(told(...all))) as readonly { fingerprint: string }[]).map((one) => one.fingerprint);
    const [one, other] = fingerprints(aDiagnostic(), aDiagnostic({ line: 9 }));

    expect(fingerprints(aDiagnostic({ line: 100, column: 1 }))).toEqual([one]);
    expect(new Set([one, other, ...fingerprints(aDiagnostic({ path: 'b.md' }))]).size).toBe(3);
  });

  it('has whatever stands in a message as text', () => {
    const [problem] = JSON.parse(printForGitLab(told(aDiagnostic({ message: HOSTILE, hint: undefined })))) as [
      { description: string },
    ];

    expect(problem.description).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly rules: readonly {
            id: string;
            shortDescription: { text: string };
            defaultConfiguration: { level: string };
          }[];
        };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
            readonly region: Readonly<Record<string, number>>;
          };
        }[];
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    },
  ];
}

describe('SARIF', () => {
  const sarif = (...all: readonly Diagnostic[]): Sarif =>
    JSON.parse(printSarif(told(...all), { version: '1.2.3', homepage: undefined }));

  it('has one run with the codes that were met as rules, and a result each, errors first', () => {
    const warning = aDiagnostic({ code: 'body-empty', severity: 'warn' });
    const { version, runs } = sarif(warning, aDiagnostic());
    const [{ columnKind, tool, results }] = runs;

    expect([version, columnKind, tool.driver.name]).toEqual(['2.1.0', 'utf16CodeUnits', 'Broadsheet']);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['body-empty', 'link-broken']);
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['link-broken', 1, 'error'],
      ['body-empty', 0, 'warning'],
    ]);
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'content/articles/a.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 5, endColumn: 8, snippet: { text: 'it.' } },
      contextRegion: { startLine: 7, snippet: { text: 'See it.' } },
    });
  });

  it('links to nothing that a text quotes', () => {
    const message = 'Unexpected link `[a](https://evil.example/)`, expected [b] (c)';
    const [result] = sarif(aDiagnostic({ message, hint: 'write [d](1)' })).runs[0].results;

    expect(result?.message.text).toBe(
      'Unexpected link `[a\\](https://evil.example/)`, expected [b] (c)\nhint: write [d\\](1)',
    );
  });

  it.each<readonly [string, Partial<Diagnostic>, object]>([
    [
      'a word',
      { column: 5, length: 2 },
      {
        region: { startLine: 7, startColumn: 5, endColumn: 7, snippet: { text: 'it' } },
        contextRegion: { startLine: 7, snippet: { text: 'See it.' } },
      },
    ],
    [
      'the whole line, and no more',
      { column: 1, length: 70 },
      { region: { startLine: 7, startColumn: 1, endColumn: 8, snippet: { text: 'See it.' } } },
    ],
    [
      'the end of the line',
      { column: 8, length: 1 },
      {
        region: { startLine: 7, startColumn: 8, endColumn: 8, snippet: { text: '' } },
        contextRegion: { startLine: 7, snippet: { text: 'See it.' } },
      },
    ],
    ['a file as such', { excerpt: undefined, line: 1, column: 1, length: 1 }, { region: { startLine: 1 } }],
  ])('quotes what is meant, and the line around it: %s', (_what, given, regions) => {
    const location = sarif(aDiagnostic(given)).runs[0].results[0]?.locations[0]?.physicalLocation;
    const { artifactLocation: _file, ...rest } = location ?? {};

    expect(rest).toEqual(regions);
  });

  it('is valid by the schema of SARIF, whatever is told', () => {
    const { id: _id, $schema: _dialect, ...schema } = sarifSchema;
    const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const related = [{ path: 'content/b.md', line: 1, column: 1, message: HOSTILE }];
    const all = [
      aDiagnostic({ related }),
      aDiagnostic({ severity: 'warn', excerpt: undefined, hint: undefined }),
      aDiagnostic({
        message: HOSTILE,
        path: `content/${HOSTILE}\ud800.md`,
        excerpt: '\udc00',
        column: 1,
        diff: ['- a', '+ b'],
      }),
      ...(Object.keys(CATALOGUE) as DiagnosticCode[]).map((code) => aDiagnostic({ code })),
    ];
    const tool = { version: '1.2.3', homepage: 'https://broadsheet.example/' };
    const documents = [
      printSarif({ diagnostics: all, toDo: [aDiagnostic({ path: 'c.md' })] }, tool),
      printSarif(told(), { ...tool, homepage: undefined }),
    ];

    for (const text of documents) {
      isValid(JSON.parse(text));
      expect(isValid.errors).toBeNull();
    }
    expect(isValid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  it.each([
    ['content/a b%20?#.md', 'content/a%20b%2520%3F%23.md'],
    ['content/\u5317.md', 'content/%E5%8C%97.md'],
    ['content/a:b.md', 'content/a%3Ab.md'],
    ['content/\ud800.md', 'content/%EF%BF%BD.md'],
    ['/etc/passwd', './etc/passwd'],
  ])('has paths as relative references: %j', (path, uri) => {
    expect(sarif(aDiagnostic({ path })).runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      uri,
    );
  });

  it('has what the schema demands of every code there is: places from 1, levels it knows, sentences as descriptions', () => {
    const codes = Object.keys(CATALOGUE) as DiagnosticCode[];
    const [{ tool, results }] = sarif(
      ...codes.map((code) => aDiagnostic({ code, severity: CATALOGUE[code].severity })),
    ).runs;

    expect(results).toHaveLength(codes.length);
    for (const { shortDescription, defaultConfiguration } of tool.driver.rules) {
      expect(shortDescription.text).toMatch(/\S.*[.:]$/);
      expect(['error', 'warning']).toContain(defaultConfiguration.level);
    }
    for (const { ruleId, ruleIndex, message, locations, partialFingerprints } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).not.toBe('');
      expect(
        Object.values(locations[0]?.physicalLocation.region ?? {}).every(
          (value) => typeof value !== 'number' || value >= 1,
        ),
      ).toBe(true);
      expect(Object.values(partialFingerprints).every((value) => typeof value === 'string' && value !== '')).toBe(true);
    }
    expect(new Set(results.map((result) => result.partialFingerprints['broadsheetFinding/v1'])).size).toBe(
      codes.length,
    );
  });

  it('is JSON without halves of characters, whatever stands in a message', () => {
    const { runs } = sarif(aDiagnostic({ message: `${HOSTILE}\ud800`, excerpt: '\udc00' }));

    expect(runs[0].results[0]?.message.text).not.toMatch(/[^\P{Cc}\n]|[\u202e\p{Cs}]/u);
  });
});
