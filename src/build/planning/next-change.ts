import type { Edition } from '../../domain/edition.ts';
import type { PageKind } from '../../pages/page-kind.ts';
import { PAGE_KINDS } from '../../pages/page-kinds.ts';

/** When the passing of time will change a page of an edition, in milliseconds since 1970: the earliest that a kind of page says. */
export function nextChange(edition: Edition): number | undefined {
  let next: number | undefined;
  for (const { changesAt } of Object.values<PageKind<object>>(PAGE_KINDS)) {
    for (const moment of changesAt(edition)) {
      if (moment > edition.now && (next === undefined || moment < next)) next = moment;
    }
  }
  return next;
}
