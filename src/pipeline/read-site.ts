import { SITE_PATH, type Site } from '../domain/site.ts';
import type { SourceFile } from '../domain/source-file.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { type SiteSetting, validateSite } from '../validate/site.ts';
import type { Validated } from '../validate/validated.ts';
import { readYamlFile } from './read-yaml-file.ts';

/**
 * Reads `site.yaml`. Where it is missing or broken, a site without a name stands in, so that the stories can be judged all the
 * same. What was found when the files were read says whether it is told of already.
 */
export function readSite(
  file: SourceFile | undefined,
  found: readonly Finding[],
  setting: SiteSetting,
): Validated<Site> {
  const unknown = { title: '?', url: 'https://site.invalid/' };
  if (!file) {
    const missing: Finding = {
      code: 'site-missing',
      path: SITE_PATH,
      at: WHOLE_FILE,
      message: 'Unexpected end of the folder, expected `site.yaml`',
      hint: 'add content/site.yaml with two lines: `title: The name of the paper` and `url: https://its.address/`',
    };
    // One that could not be read was told of then.
    const isTold = found.some(({ path }) => path === SITE_PATH);
    return { value: validateSite(unknown, setting).value, findings: isTold ? [] : [missing] };
  }
  const { given, isBroken, findings: ofYaml } = readYamlFile(file);
  if (isBroken) return { value: validateSite(unknown, setting).value, findings: ofYaml };
  const { value, findings } = validateSite(given, setting);
  return { value, findings: [...findings, ...ofYaml] };
}
