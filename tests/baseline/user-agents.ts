import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CORE_SCHEMA, load } from 'js-yaml';

/** A user agent, and the browser that people found it to be. */
export interface LabelledUserAgent {
  readonly userAgent: string;
  readonly family: string;
  readonly version: string;
}

const require = createRequire(import.meta.url);
const LISTED = require.resolve('ua-parser/test_resources/pgts_browser_list.yaml');
const TESTED = require.resolve('@financial-times/useragent_parser/test/ua.test.js');

interface TestCases {
  readonly test_cases: readonly {
    readonly user_agent_string: string;
    readonly family: string;
    readonly major?: unknown;
    readonly minor?: unknown;
  }[];
}

/** One assertion of a test: what was parsed, or a part of what was expected. */
const TEXT = String.raw`("(?:[^"\\]|\\.)*")`;
const TEST = new RegExp(
  String.raw`uaParser\(${TEXT}\);\s*assert\.strictEqual\(results\.family, ${TEXT}[^\n]*\n[^\n]*results\.major \|\| "", ${TEXT}[^\n]*\n[^\n]*results\.minor \|\| "", ${TEXT}`,
  'g',
);

/** The user agents of two public collections, with their labels. */
export function labelledUserAgents(): readonly LabelledUserAgent[] {
  return [...listed(), ...tested()];
}

function listed(): readonly LabelledUserAgent[] {
  const { test_cases: cases } = load(readFileSync(LISTED, 'utf8'), { schema: CORE_SCHEMA }) as TestCases;
  return cases.map(({ user_agent_string: userAgent, family, major, minor }) => ({
    userAgent,
    family,
    version: versionOf(major, minor),
  }));
}

function tested(): readonly LabelledUserAgent[] {
  return [...readFileSync(TESTED, 'utf8').matchAll(TEST)].map((match) => {
    const [userAgent = '', family = '', major = '', minor = ''] = match
      .slice(1)
      .map((text) => String(JSON.parse(text)));
    return { userAgent, family, version: versionOf(major, minor) };
  });
}

function versionOf(...numbers: readonly unknown[]): string {
  return numbers.filter((number) => /^\d+$/.test(String(number))).join('.');
}
