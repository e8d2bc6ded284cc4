import type { Withdrawal } from '../../build/editing/withdraw/plan-withdrawal.ts';
import { REDIRECTS_PATH } from '../../domain/redirects/redirects.ts';
import { absoluteUrl } from '../../domain/site/site.ts';
import { describePlan, describePush, inRows, type PlanRow } from './describe-plan.ts';

/** What withdrawing a story is going to do, in lines for whoever decides about it. */
export function describeWithdrawal(withdrawal: Withdrawal, message = withdrawal.message): string {
  const { headline, url, story, files, left, alsoChanged, isDeleted, wasOut, redirects } = withdrawal;
  const isFileChanged = files.some(({ what }) => what === 'story');
  const rows: readonly PlanRow[] = [
    ['address', absoluteUrl(story.setting.site, url)],
    ...(wasOut ? [] : [['readers', 'have not seen it yet: it was under embargo'] as const]),
    ...inRows('changes', [
      ...(isFileChanged ? [isDeleted ? `${story.path} is removed` : `${story.path} gets draft: true`] : []),
      ...redirects.map((line) => `${REDIRECTS_PATH} gets ${line}`),
    ]),
    ...inRows(
      'commits',
      files.map(
        ({ treePath }) => treePath + (alsoChanged.includes(treePath) ? ', with all that is changed in it' : ''),
      ),
    ),
    ...(files.length > 0 ? [['message', message] as const] : []),
    ['pushes', describePush(withdrawal)],
    ...inRows(
      'stays',
      left.map((path) => `${path} is changed, and not committed with it`),
    ),
  ];
  return describePlan(headline, rows);
}
