import { quote } from '../../../diagnostics/wording.ts';
import { tableNameOf } from '../../../words/languages.ts';
import { type CopyRule, wordsAt } from '../passages.ts';

/**
 * How descriptions begin that say first that there is a picture, which screen readers have said before; in the languages that Broadsheet
 * has words in. In Japanese and Chinese it is how they end.
 */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  ar: /^(?:صورة|صوره)(?:\s+(?:فوتوغرافية))?\s+(?:ل(?=\p{L})|(?:من|تظهر|تبين|توضح)(?=\s))/u,
  de: /^(?:(?:das|ein)\s+)?(?:bild|foto|photo|fotografie|aufnahme)\s*(?:von|vom|mit|zeigt)(?=\s)|^(?:bild|foto|photo|fotografie):/iu,
  en: /^(?:(?:an?|the|this)\s+)?(?:image|picture|photo|photograph|pic|graphic)\s+(?:of|showing|shows)(?=\s)|^(?:image|picture|photo|photograph):/iu,
  es: /^(?:(?:una?|la|el)\s+)?(?:imagen|foto|fotografía|fotografia)\s+(?:de|del|que\s+muestra|muestra)(?=\s)|^(?:imagen|foto|fotografía):/iu,
  fr: /^(?:(?:une?|la|l['’])\s*)?(?:image|photo|photographie)\s+(?:d['’]|(?:de|du|des|montrant|montre)(?=\s))|^(?:image|photo|photographie)\s?:/iu,
  hi: /(?:की|का)\s+(?:तस्वीर|तस्वीरें|फोटो|फ़ोटो|चित्र)[।.]?$/u,
  ja: /の(?:写真|画像|イメージ)[。]?$/u,
  pt: /^(?:(?:uma?|a|o)\s+)?(?:imagem|foto|fotografia)\s+(?:de|do|da|dos|das|que\s+mostra|mostra)(?=\s)|^(?:imagem|foto|fotografia):/iu,
  ru: /^(?:фото|фотография|изображение|картинка|снимок)(?:\s*:|\s+[—–-](?=\s)|(?=\s+\p{L})(?!\s+(?:без|в|во|для|за|и|из|или|к|на|над|не|о|от|по|под|при|с|со|у|экрана)\s))/iu,
  zh: /的(?:照片|图片|图像)[。]?$/u,
  'zh-Hant': /的(?:照片|圖片|相片)[。]?$/u,
};

/** Longer ones are no descriptions, and where they end is of no use. */
const LONGEST = 2000;

/** Descriptions of pictures that begin with “image of”. What a picture is of is a picture at times: “Photograph of the old pier in a frame” is told of, too. */
export const findAltWords: CopyRule = function* ({ passages, language }) {
  const table = tableNameOf(language);
  const beginning = Object.hasOwn(BEGINNINGS, table) ? BEGINNINGS[table] : undefined;
  if (!beginning) return;
  for (const passage of passages) {
    if (passage.kind !== 'alt' || passage.text.length > LONGEST) continue;
    const start = passage.text.length - passage.text.trimStart().length;
    const found = beginning.exec(passage.text.trim());
    const [written] = found ?? [];
    if (!found || written === undefined) continue;
    const index = start + found.index;
    yield {
      code: 'alt-redundant',
      message: `Unexpected ${quote(wordsAt(passage, index, written.length))} in a description, expected what the picture shows and nothing else`,
      hint: 'leave it out: screen readers say by themselves that there is a picture',
      at: { passage, index, length: written.length },
    };
  }
};
