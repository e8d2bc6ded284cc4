import { parseUrl } from '../../../../src/domain/addresses.ts';

/** Notes what a document does that its specification does not allow. */
export class Check {
  readonly faults: string[] = [];

  demand(isRight: boolean, fault: string): void {
    if (!isRight) this.faults.push(fault);
  }

  webAddress(value: unknown, what: string): void {
    const url = typeof value === 'string' ? parseUrl(value) : undefined;
    // A space or another character that must be escaped is repaired by the parser of addresses, and by no reader of feeds.
    const isPlain = typeof value === 'string' && /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(value);
    this.demand(url !== undefined && isPlain && /^https?:$/.test(url.protocol), `${what} is no address: ${value}`);
  }

  /** RFC 3987: an identifier with a scheme. */
  iri(value: string, what: string): void {
    this.demand(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value), `${what} is no identifier: ${value}`);
  }

  /** RFC 3339, with a letter T and a zone. */
  time(value: unknown, what: string): void {
    const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
    const isTime = typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));
    this.demand(isTime, `${what} is no time: ${value}`);
  }

  /** RFC 822 with a year of four digits; the day of the week is that of the date. */
  mailTime(value: string, what: string): void {
    const pattern = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:[A-Z][a-z]{2}) \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;
    const clock = value.replace(/[+-]\d{4}$/, 'GMT');
    const isTime = pattern.test(value) && new Date(Date.parse(clock)).toUTCString() === clock;
    this.demand(isTime, `${what} is no time: ${value}`);
  }

  /** BCP 47. */
  language(value: unknown, what: string): void {
    try {
      Intl.getCanonicalLocales(String(value));
      this.demand(typeof value === 'string' && value !== '', `${what} is no language: ${value}`);
    } catch {
      this.faults.push(`${what} is no language: ${value}`);
    }
  }

  count(value: string | null, what: string): void {
    this.demand(value === null || /^[1-9]\d*$/.test(value), `${what} is no count: ${value}`);
  }

  said(value: unknown, what: string): void {
    this.demand(typeof value === 'string' && value.trim() !== '', `${what} says nothing`);
  }

  unique(values: readonly unknown[], what: string): void {
    this.demand(new Set(values).size === values.length, `${what} is there twice`);
  }
}
