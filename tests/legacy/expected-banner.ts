import type { Banner } from './journey.ts';
import type { Payload } from './payload.ts';

/** What a banner in a language must be, wherever it is shown. */
export function expectedBanner({ words }: Payload, language: string): Partial<Banner> {
  const { message, update, dismiss, label } = words[language] ?? {};
  if (message === undefined || update === undefined || dismiss === undefined || label === undefined) {
    throw new Error(`The script for old browsers has no words in ${language}`);
  }
  return {
    role: 'region',
    label,
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    text: `${message} ${update}${dismiss}`,
    linkText: update,
    buttonType: 'button',
    buttonText: dismiss,
  };
}
