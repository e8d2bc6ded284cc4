import { isMarkdownPage, type OwnPageHead, type OwnPageSource } from '../../domain/site/own-pages.ts';
import type { Manuscript } from '../../domain/content/source.ts';
import { readLanguage } from '../languages.ts';
import { judgeTextsOfKeys } from '../rules/texts-of-keys.ts';
import { readPageText } from './page-text.ts';
import { readLayout } from '../story/layout.ts';
import { Reader } from '../reader.ts';
import type { Setting, Validated } from '../setting.ts';
import { isMap } from '../../domain/content/source.ts';
import { checkShape, plain } from '../shape.ts';
import { type AddressKeys, ownAddress } from './address.ts';
import { type OwnPageValues, ownPageSchema, readFurtherKeys, readTemplateKeys } from './keys.ts';

/** Makes a page of a file in `content/pages/`: of Markdown, or of a template that Eleventy runs. */
export function validateOwnPage(manuscript: Manuscript, setting: Setting): Validated<OwnPageSource> {
  const { frontMatter } = manuscript;
  const given = frontMatter.kind === 'read' ? frontMatter.values : undefined;
  return isMarkdownPage(manuscript.path)
    ? validateMarkdown(manuscript, given, setting)
    : validateTemplate(manuscript, isMap(given) ? given : {}, setting);
}

const LAYOUT = 'page';

function validateMarkdown(manuscript: Manuscript, given: unknown, setting: Setting): Validated<OwnPageSource> {
  const { path } = manuscript;
  const reader = new Reader(path, setting);
  const { known, data } = readFurtherKeys(given, reader);
  const { values, findings } = checkShape<OwnPageValues>(path, known, ownPageSchema);
  const language = languageOf(values.language, path, setting, reader);
  const text = readPageText(manuscript, language, setting);
  const written = reader.moment(values.written, setting.site.timeZone, 'written');
  const head: OwnPageHead = {
    title: reader.filled(values.title, 'title') ?? '',
    description: reader.filled(values.description, 'description'),
    layout: readLayout(values.layout, { known: setting.pageLayouts, for: 'pages' }, reader) ?? LAYOUT,
    data,
  };
  return {
    value: {
      path,
      ...addressOf(path, values, reader),
      draft: values.draft ?? false,
      noindex: values.noindex ?? false,
      language,
      ...(written && { written: written.instant }),
      head,
      body: text.value,
    },
    findings: [...findings, ...reader.findings, ...text.findings, ...judgeTextsOfKeys(path, given, ownPageSchema)],
  };
}

/** Judges of a template what no data of Eleventy's can make good: the rest is known when it is rendered. */
function validateTemplate(
  { path }: Manuscript,
  given: Readonly<Record<string, unknown>>,
  setting: Setting,
): Validated<OwnPageSource> {
  const reader = new Reader(path, setting);
  const { values, findings } = readTemplateKeys(given, reader);
  if (values.layout !== undefined) readLayout(values.layout, { known: setting.pageLayouts, for: 'pages' }, reader);
  return {
    value: {
      path,
      ...addressOf(path, plain(given) as AddressKeys, reader),
      draft: values.draft ?? false,
      noindex: values.noindex ?? false,
      language: languageOf(values.language, path, setting, reader),
      head: undefined,
      body: undefined,
    },
    findings: [...findings, ...reader.findings],
  };
}

function addressOf(path: string, keys: AddressKeys, reader: Reader): Pick<OwnPageSource, 'url' | 'isComputed'> {
  const address = ownAddress(path, keys);
  if (address.kind === 'wrong') {
    const { code, at, message, hint } = address.finding;
    reader.note(code, at, message, hint);
  }
  return {
    url: address.kind === 'address' ? address.url : undefined,
    isComputed: address.kind === 'computed',
  };
}

/** The language that a page says, or that of its folder: `content/pages/es/` holds those in Spanish. */
function languageOf(written: string | undefined, path: string, { site }: Setting, reader: Reader): string {
  const own = site.languages.find(({ home }) => path.startsWith(`content/pages${home}`));
  return readLanguage(written, { fallback: (own ?? site).language, words: site.words }, reader);
}
