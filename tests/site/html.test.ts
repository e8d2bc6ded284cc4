import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { demoPages } from './demo.ts';
import { HTML_RULES } from './html-rules.ts';

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(HTML_RULES);
  const pages = demoPages();
  const reports = await Promise.all(
    pages.map(async ({ file, html }) => ({ file, ...(await validator.validateString(html)) })),
  );
  const found = reports.flatMap(({ file, results }) =>
    results
      .flatMap(({ messages }) => messages)
      .map(({ line, ruleId, message, selector }) => `${file}:${line} ${ruleId}: ${message} (${selector})`),
  );
  expect(pages.length).toBeGreaterThan(60);
  expect(found).toEqual([]);
});
