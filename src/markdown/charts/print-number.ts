import { directionOf } from '../../words/language-names.ts';
import type { Affix } from './numbers.ts';

/** Prints the numbers of a chart in a language. */
export interface NumberPrinting {
  /** In full, as a table and the end of a bar have them. */
  readonly whole: (value: number) => string;
  /** Those of an axis, all alike: with as many decimals as tell them apart, large ones in thousands or millions of words. */
  readonly axis: (ticks: readonly number[]) => readonly string[];
}

const MILLION = 1e6;

/** @param affix What stands before and after each: `£`, `%`. */
export function numberPrinting(language: string, affix: Affix): NumberPrinting {
  const locales = [language, 'en'];
  const whole = new Intl.NumberFormat(locales, { maximumFractionDigits: 9 });
  return {
    whole: (value) => around(whole, value, affix),
    axis: (ticks) => {
      const largest = Math.max(...ticks.map(Math.abs));
      const format = new Intl.NumberFormat(locales, {
        maximumFractionDigits: 9,
        ...(largest >= MILLION ? { notation: 'compact', maximumFractionDigits: 2 } : {}),
      });
      return ticks.map((tick) => around(format, tick, affix));
    },
  };
}

/** The sign stands before the currency: `−£3`. A percent sign stands where the language has it. */
function around(format: Intl.NumberFormat, value: number, { before, after }: Affix): string {
  const digits = level(format.format(Math.abs(value)));
  const isNegative = value < 0 && /[\p{Nd}]/u.test(digits);
  const gap = after !== '' && !/^[%‰°]/.test(after) ? '\u00a0' : '';
  const percent = after === '%' ? level(percentIn(format.resolvedOptions().locale)) : undefined;
  const currency = before.length > 1 ? `${before}\u00a0` : before;
  return `${isNegative ? minusIn(format.resolvedOptions().locale) : ''}${currency}${percent ? percent.replace('1', digits) : `${digits}${gap}${after}`}`;
}

/** Among letters that run from right to left, a mark keeps the sign before its number. */
function minusIn(locale: string): string {
  return directionOf(locale) === 'rtl' ? '\u200e−' : '−';
}

/** Between thousands Switzerland has one apostrophe or the other, by the release of Node; so it is with narrow spaces. */
function level(text: string): string {
  return text.replaceAll("'", '’').replaceAll('\u202f', '\u00a0');
}

/** `1%`, `1 %`, `%1`: how a language sets percent, in our digits. */
function percentIn(locale: string): string {
  const known = percents.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { style: 'percent', numberingSystem: 'latn' }).format(0.01);
  percents.set(locale, made);
  return made;
}

const percents = new Map<string, string>();
