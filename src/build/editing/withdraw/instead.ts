import { quote } from '../../../diagnostics/wording.ts';
import type { Site } from '../../../domain/site/site.ts';
import { LONGEST_REASON, validateRedirects } from '../../../validate/redirects/redirects.ts';
import type { WrittenTarget } from '../addresses/redirect-lines.ts';
import type { Refusal } from '../publish/refusal.ts';

/** What readers get in the place of a story. */
export interface Instead {
  readonly kind: 'instead';
  readonly target: WrittenTarget;
}

/** Any old address: what is judged is where it leads. */
const SOME = '/withdrawn/';

/** Makes of what somebody wishes what `redirects.yaml` is to say, or says what is wrong with it. */
export function readInstead(
  { to, reason }: { readonly to?: string | undefined; readonly reason?: string | undefined },
  site: Site,
): Instead | Refusal {
  const why = reason?.replace(/\s+/g, ' ').trim() ?? '';
  if (to !== undefined && to.trim() !== '') {
    if (why !== '')
      return refused(
        'Unexpected reason beside an address, expected one of the two',
        'readers who are led to another page are told no reason: leave one of them out',
      );
    const { findings } = validateRedirects({ [SOME]: to.trim() }, site);
    const [wrong] = findings;
    return wrong ? refused(wrong.message, wrong.hint ?? '') : { kind: 'instead', target: to.trim() };
  }
  if (why.length > LONGEST_REASON)
    return refused(
      `Unexpected reason of ${why.length} characters, expected at most ${LONGEST_REASON}`,
      'say it in a sentence or two',
    );
  const isWords = why === '' || validateRedirects({ [SOME]: { gone: why } }, site).findings.length === 0;
  return isWords
    ? { kind: 'instead', target: { gone: why === '' ? true : why } }
    : refused(`Unexpected reason ${quote(why)}, expected words for readers`, 'say it in a sentence, or leave it out');
}

function refused(message: string, hint: string): Refusal {
  return { kind: 'refused', reason: 'target', message, hint };
}
