import { isoTime } from '../../../time/print-time.ts';

/** The minute of now in a zone, as editors write it. */
export function nowIn(timeZone: string): string {
  const [day = '', clock = ''] = isoTime(Date.now(), timeZone).split('T');
  return `${day} ${clock.slice(0, 'hh:mm'.length)}`;
}
