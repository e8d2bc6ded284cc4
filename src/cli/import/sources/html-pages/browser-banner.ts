import type { Element } from 'hast';
import { attribute, findAll, wordsIn } from '../../convert/elements.ts';

/** Where banners send readers for another browser. */
const VENDORS =
  /^(?:https?:)?\/\/(?:www\.)?(?:google\.[a-z.]{2,6}\/(?:intl\/[\w-]+\/)?chrome|(?:support\.)?apple\.com\/[\w/-]*safari|(?:getfirefox|browsehappy|whatbrowser|outdatedbrowser|updatemybrowser|browser-update)\.|mozilla\.org\/[\w/-]*firefox|microsoft\.com\/[\w/-]*(?:edge|internet-explorer)|opera\.com)/i;

/** A browser, in the languages that news is mostly in. */
const BROWSER =
  /browser|navegador|navigateur|navigatore|przeglądark|prohlížeč|tarayıc|браузер|переглядач|ブラウザ|브라우저|浏览器|瀏覽器|متصفح|דפדפן|ब्राउज़र|ब्राउजर|เบราว์เซอร์|trình duyệt|πρόγραμμα περιήγησης|webbläsare|nettleser|böngésző|selain/iu;

/** That it is too old, or what is to be done about it. */
const TOO_OLD =
  /unsupported|not (?:fully )?support|no longer support|out.?dated|out of date|older? (?:version|browser)|newer|upgrad|updat|latest version|modern|switch to|enable javascript|turn on javascript|nicht (?:mehr )?unterstützt|veraltet|aktualisier|neuere|unterstützt|no (?:es )?compatible|obsolet|desactualizad|anticuad|actuali[sz]|versión|navegador más|non supporté|pas (?:pris en charge|à jour|compatible)|mettre à jour|mettez à jour|récent|não (?:é )?(?:mais )?suportad|atualiz|desatualizad|versão|non (?:è )?supportat|aggiorn|verouder|bijwerk|bijgewerkt|nieuwere|przestarzał|zaktualizuj|устарел|обновит|не поддерживает|古い|更新|最新|サポート|対応して|非対応|오래된|업데이트|지원|过时|过旧|太旧|升级|不支持|過時|過舊|升級|不支援|قديم|تحديث|حدّث|غير مدعوم|لا يدعم|पुराना|अपडेट|समर्थित|מיושן|עדכן|נתמך/iu;

/** Words to a reader rather than about something. */
const TO_READERS =
  /\b(?:you|your|please|we)\b|\b(?:sie|ihr|ihre|ihren|bitte)\b|\b(?:su|tu|usted|por favor)\b|\b(?:votre|vous|veuillez)\b|\b(?:seu|você)\b|\b(?:il tuo|tuo|tua|ti)\b|\b(?:uw|je|jouw)\b|twoj|ваш|пожалуйста|お使い|ご利用|ご覧|ください|您|请|請|你的|متصفحك|لديك|يرجى|تستخدم|आप|कृपया|귀하|사용 중|하세요|שלך|אנא/iu;

/**
 * Whether an element is a banner that asks readers for another browser, or for scripts, by what it says in any of some twenty languages. Long texts
 * are none, nor is a paragraph that only speaks of browsers.
 */
export function isBrowserBanner(node: Element): boolean {
  const words = wordsIn(node).replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > 1500) return false;
  const leads = linksToBrowsers(node);
  const speaks = BROWSER.test(words) && TOO_OLD.test(words) && TO_READERS.test(words);
  if (leads > 0 && (speaks || leads > 1)) return isDense(words);
  return speaks && words.length < 600 && isDense(words);
}

/** Whether its beginning speaks of browsers already: a banner comes to its point. */
function isDense(words: string): boolean {
  return BROWSER.test(words.slice(0, 250)) || /javascript|chrome|firefox|safari|edge/i.test(words.slice(0, 250));
}

/** Whether it has links to makers of browsers. */
export function leadsToBrowsers(node: Element): boolean {
  return linksToBrowsers(node) > 0;
}

function linksToBrowsers(node: Element): number {
  return findAll(node, (inner) => inner.tagName === 'a' && VENDORS.test(attribute(inner, 'href') ?? '')).length;
}

/** Whether words are about browsers: an article on them may say what a banner says. */
export function speaksOfBrowsers(words: string): boolean {
  return BROWSER.test(words);
}
