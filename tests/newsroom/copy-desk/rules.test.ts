import { describe, expect, it } from 'vitest';
import { pointedAtBy, remarksOn } from './remarks.ts';

describe('a word that stands twice in a row', () => {
  it.each([
    ['He closed the the bridge.', 'en', ['the']],
    ['It was all of\nof them. He closed the *the* one.', 'en', ['of', 'the']],
    ['He closed the *the* bridge.', 'en', ['the']],
    ['The the bridge closed.', 'en', ['the']],
    ['He closed the<br>the bridge of<BR/>of it.', 'en', ['the', 'of']],
    ['Er schloss und und ging.', 'de', ['und']],
    ['Il ferme le le pont.', 'fr', ['le']],
    ['Cerró el el puente.', 'es', ['el']],
    ['Chiuse il il ponte.', 'it', ['il']],
    ['| a | b |\n|---|---|\n| of of | c |', 'en', ['of']],
  ])('is told of: %s', (body, language, texts) => {
    expect(pointedAtBy('word-repeated', `${body}\n`, { keys: { language } })).toEqual(texts);
  });

  it.each([
    ['He said that that was all he had had.', 'en'],
    ['The, the bridge. “The” the. The `the` bridge.', 'en'],
    ['To the [map](the) the end.', 'en'],
    ['He takes vitamin A a day.', 'en'],
    ['No, no, very very good, bye bye, Duran Duran.', 'en'],
    ['Die, die die Brücke kennen. Sie sagte, dass sie sie kennt.', 'de'],
    ['Nous nous levons, vous vous couchez.', 'fr'],
    ['Theresa May may resign. Mark Will will appear. They tell you you can’t.', 'en'],
    ['It was quiet for a while while police searched for the man he spoke to to confirm.', 'en'],
    ['Those who can can. What he has has value. The rights they have have gone. A big if if you ask.', 'en'],
    ['Songs of The the band. Vitamin A a day.', 'en'],
    ['Quer saber se se trata. O Brasil para para ver. Melhor do do Brasil.', 'pt'],
    ['Tout en en appelant au juge. Le son son dur. La politique de de Gaulle. Oh la la.', 'fr'],
    ['Prenez-le le matin. À la une une photo. Le numéro un un jour. Ce qu’il est est clair. À à peine dix ans.', 'fr'],
    ['Er bat um um Hilfe. Mit dem dem Bericht zufolge alten. Einen einen Meter hohen Zaun. Ab und zu zu Besuch.', 'de'],
    ['Dass es es gibt. Besser als als Spieler. Ein im im Bau befindlichen. Was von von der Leyen kam.', 'de'],
    [
      'Ze weten dat het het beste is. Of zijn zijn huis. Hij bat om om te. De de facto leider stond op op dinsdag.',
      'nl',
    ],
    [
      'Dice que que venga. Un sobre sobre la mesa. Todo para para verlo. A la una una mujer. El gobierno de de la Rúa.',
      'es',
    ],
    ['Quel che è è. Il quadro da da Vinci. Come si si dice. La la la.', 'it'],
    ['the the', 'ja'],
    ['one\n\none the\n\nthe', 'en'],
  ])('is not told of where it is right, or not in one row: %s', (body, language) => {
    expect(pointedAtBy('word-repeated', `${body}\n`, { keys: { language } })).toEqual([]);
  });
});

describe('a quotation that does not close', () => {
  it.each([
    ['He said “it is shut and left.\n\nNobody came.', 'en', '“'],
    ['He said "it is shut and left.\n\nNobody came.', 'en', '"'],
    ['“One. \n\n“Two.\n\nThree.', 'en', '“'],
    ['Er sagte, „sie ist zu und ging.', 'de', '„'],
    ['Il dit « c’est fermé et partit.', 'fr', '«'],
    ['Dijo «está cerrado y se fue.', 'es', '«'],
    ['彼は「閉まっていると言った。', 'ja', '「'],
    ['“A.” “B', 'en', '“'],
    ['“One.\n\n## A heading\n\n“Two.”', 'en', '“'],
    ['“One.\n\n![A bridge](map.svg)\n\nTwo.', 'en', '“'],
    ['"The 6\'2 man left.', 'en', '"'],
    ['”שלום אמר.', 'he', '”'],
    ['»Hei, sanoi hän.', 'fi', '»'],
    ['"צה"ל אמר.', 'he', '"'],
  ])('is told of where it opens: %s', (body, language, text) => {
    expect(pointedAtBy('quotation-unclosed', `${body}\n`, { keys: { language } })).toEqual([text]);
  });

  it.each([
    ['“It is shut,” he said. "So it is."', 'en'],
    ['“One.\n\n“Two.\n\n“Three.”', 'en'],
    ['"One.\n\n"Two."', 'en'],
    ['«Uno.\n\n»Dos.\n\n»Tres».', 'es'],
    ['Er sagte: „Zu.“ »Zu«, sagte sie. „So“', 'de'],
    ['« Un. » «Deux»', 'fr'],
    ['”Stängd”, sade hon.', 'sv'],
    ['A 6" pipe and a 12" one. It’s the dogs’ dinner. ’Twas.', 'en'],
    ['“He said ‘no’ and left.” ‘Yes.', 'en'],
    ['`"` and “a”', 'en'],
    ['「一」『二』', 'ja'],
    ['“He said "no" to it.”', 'en'],
    ['“Dijo "hola" y se fue”, dijo.', 'es'],
    ['"He is 6\'2" and fast," he said. "At 5\'10" she is not."', 'en'],
    ['“A 6" pipe,” he said. “It was in 2020" he said.', 'en'],
    ['"צה"ל אמר", אמר דובר צה"ל. מנכ"ל החברה.', 'he'],
    ['”שלום“ אמר. “שלום” אמר.', 'he'],
    ['قال ”مرحبا“ ثم غادر. «نعم»', 'ar'],
    ['»Hei», sanoi hän. ”Hei”', 'fi'],
    ['»Hej», sade hon.', 'sv'],
    ['»Hej« og «hej».', 'da'],
    ['« Il a dit «non» hier. »', 'fr'],
    ['“One.\n\n![A bridge](map.svg)\n\n“Two.”', 'en'],
    ['“One ![A bridge](map.svg "At noon") more.\n\n“Two.”', 'en'],
    ['“One.\n\n::video{src="https://a.example/x.mp4" title="Film"}\n\n“Two.”', 'en'],
    ['"I went to—" he began. "No"—"yes"—(“so”). ""x""', 'en'],
    ['他说"好"了。"好"了', 'zh'],
  ])('is not told of where it closes, or goes on: %s', (body, language) => {
    expect(pointedAtBy('quotation-unclosed', `${body}\n`, { keys: { language } })).toEqual([]);
  });
});

describe('a description that says that there is a picture', () => {
  it.each([
    ['en', 'Image of a bridge', 'Image of'],
    ['en', 'A photo showing the pier', 'A photo showing'],
    ['en', 'Picture: the pier', 'Picture:'],
    ['de', 'Foto von der Brücke', 'Foto von'],
    ['fr', 'Photo du pont', 'Photo du'],
    ['fr', 'Image d’un pont', 'Image d’'],
    ['es', 'Imagen del puente', 'Imagen del'],
    ['pt', 'Foto da ponte', 'Foto da'],
    ['ru', 'Фото: мост', 'Фото:'],
    ['ru', 'Фото моста', 'Фото'],
    ['ru', 'Снимок — мост', 'Снимок —'],
    ['ja', '橋の写真', 'の写真'],
    ['zh', '桥的照片', '的照片'],
    ['zh-TW', '橋的照片', '的照片'],
    ['hi', 'पुल की तस्वीर', 'की तस्वीर'],
    ['ar', 'صورة من الجسر', 'صورة من'],
  ])('is told of in %s: %s', (language, alt, text) => {
    expect(pointedAtBy('alt-redundant', `![${alt}](map.svg)\n`, { keys: { language } })).toEqual([text]);
  });

  it('is told of in front matter', () => {
    const keys = { image: { src: 'bridge.jpg', alt: 'Photograph of the bridge' } };

    expect(pointedAtBy('alt-redundant', 'Text.\n', { keys })).toEqual(['Photograph of']);
  });

  it.each([
    'Imagery of the coast',
    'Photographers on the pier',
    'A picture-book pier',
    'The photo that changed a town',
  ])('is not told of: %s', (alt) => {
    expect(pointedAtBy('alt-redundant', `![${alt}](map.svg)\n\nPhoto of a bridge.\n`)).toEqual([]);
  });
});

describe('a description in another language that begins alike', () => {
  it.each([
    ['ru', 'Фотограф снимает мост'],
    ['ru', 'Фотографии на стене'],
    ['ru', 'Фото на стене'],
    ['ru', 'Фото-ателье у моста'],
    ['fr', 'Photo destinée à la presse'],
    ['fr', 'Image dessinée sur un mur'],
    ['ar', 'صورة منسية على الجدار'],
  ])('is not told of in %s: %s', (language, alt) => {
    expect(pointedAtBy('alt-redundant', `![${alt}](map.svg)\n`, { keys: { language } })).toEqual([]);
  });
});

describe('a number of the headline', () => {
  const differs = (headline: string, body: string, language = 'en'): readonly string[] =>
    pointedAtBy('number-differs', `${body}\n`, { keys: { headline, language } });

  it.each([
    ['12 hurt in fire', 'Eleven people were hurt.', 'en', ['12']],
    ['12 hurt in fire', 'There were 13 people and 3 dogs.', 'en', ['12']],
    ['12 Verletzte', 'Elf Menschen wurden verletzt.', 'de', ['12']],
    ['12 blessés', 'Onze personnes ont été blessées.', 'fr', ['12']],
    ['12 heridos', 'Once personas resultaron heridas.', 'es', ['12']],
    ['200 marched', 'Three hundred people and 3 dogs.', 'en', ['200']],
    ['1312 Menschen', 'Eintausenddreihundertdreizehn Menschen und 3 Hunde.', 'de', ['1312']],
  ])('that the text does not have is told of: %s · %s', (headline, body, language, texts) => {
    expect(differs(headline, body, language)).toEqual(texts);
  });

  it.each([
    ['12 hurt in fire', 'Twelve people were hurt.', 'en'],
    ['12 hurt in fire', 'A dozen people and 3 dogs were hurt.', 'en'],
    ['21 hurt in fire', 'Twenty-one people and 3 dogs were hurt.', 'en'],
    ['12 hurt in fire', 'People were hurt.', 'en'],
    ['Back to 1998', 'There were 13.', 'en'],
    ['Tax up 12% and £12m more', 'There were 13.', 'en'],
    ['Herons win 12-3', 'There were 13.', 'en'],
    ['12 million affected', 'There were 13.', 'en'],
    ['3 things to know', '- One\n- Two\n- Three\n\nThere are 13 more.', 'en'],
    ['2 things to know', '## This\n\nA 13.\n\n## That\n\nB.', 'en'],
    ['5000 marched', 'There were 5,000 and 3 dogs.', 'en'],
    ['21 Verletzte', 'Einundzwanzig Menschen und drei Hunde.', 'de'],
    ['71 blessés', 'Soixante et onze personnes, deux chiens.', 'fr'],
    ['12 klaidų', '13', 'lt'],
    ['More than 300 marched', 'There were 312.', 'en'],
    ['Nearly 300 marched, 300+ came and ~300 left', 'There were 288.', 'en'],
    ['Über 300 kamen', 'Es waren 312.', 'de'],
    ['Près de 300 personnes', 'Ils étaient 288.', 'fr'],
    ['Unas 300 personas', 'Eran 288.', 'es'],
    ['200 marched', 'Two hundred people and 3 dogs.', 'en'],
    ['312 marched', 'Three hundred and twelve people and 3 dogs.', 'en'],
    ['1200 marched', 'Twelve hundred people and 3 dogs.', 'en'],
    ['3450 marched', 'Three thousand, four hundred and fifty people and 3 dogs.', 'en'],
    ['100 marched', 'A hundred people and 3 dogs.', 'en'],
    ['200 Menschen', 'Zweihundert Menschen und 3 Hunde.', 'de'],
    ['1312 Menschen', 'Eintausenddreihundertzwölf Menschen und 3 Hunde.', 'de'],
    ['21 maisons', 'Vingt et une maisons et 3 chiens.', 'fr'],
    ['280 maisons', 'Deux-cent-quatre-vingts maisons et 3 chiens.', 'fr'],
    ['1200 maisons', 'Mille deux cents maisons et 3 chiens.', 'fr'],
    ['21 años', 'Veintiún años y 3 perros.', 'es'],
    ['31 casas', 'Treinta y una casas y 3 perros.', 'es'],
    ['500 casas', 'Quinientas casas y 3 perros.', 'es'],
    ['2150 casas', 'Dos mil ciento cincuenta casas y 3 perros.', 'es'],
  ])('that it has, or that is no count, is not: %s · %s', (headline, body, language) => {
    expect(differs(headline, body, language)).toEqual([]);
  });
});

describe('the headline of a card', () => {
  it.each([
    [{ headline: 'a'.repeat(81) }, ['headline-card-long']],
    [{ headline: 'a'.repeat(81), shortHeadline: 'a' }, []],
    [{ headline: 'a', shortHeadline: 'b'.repeat(81) }, ['headline-card-long']],
    [{ headline: '橋'.repeat(41), language: 'ja' }, ['headline-card-long']],
    [{ headline: '橋'.repeat(40), language: 'ja' }, []],
    [{ headline: `*${'a'.repeat(79)}*` }, []],
  ])('is told of where it is too long: %j', (keys, codes) => {
    const told = remarksOn('Text.\n', { keys }).map(([code]) => code);

    expect(told.filter((code) => code === 'headline-card-long')).toEqual(codes);
  });
});

it('tells of a story without a dek, unless it is a live blog', () => {
  const told = (keys: Readonly<Record<string, unknown>>): number =>
    pointedAtBy('dek-missing', 'Text.\n', { keys }).length;

  expect([told({}), told({ dek: 'More.' }), told({ live: true })]).toEqual([1, 0, 0]);
});

describe('the reading ease', () => {
  const HARD =
    'Notwithstanding considerable administrative reservations, municipal authorities unanimously determined immediate discontinuation. ';
  const EASY = 'The cat sat on the mat. The dog ran to the sea. We saw it all. ';

  it.each([
    ['en', HARD.repeat(12), 1],
    ['en', EASY.repeat(12), 0],
    ['en', HARD, 0],
    ['ja', HARD.repeat(12), 0],
    [
      'de',
      'Verwaltungsverfahrensrechtliche Auseinandersetzungen beeinträchtigen Infrastrukturmaßnahmen außerordentlich. '.repeat(
        30,
      ),
      1,
    ],
    ['de', 'Der Hund lief zum See. Wir sahen ihn. '.repeat(20), 0],
    ['fr', 'Le chat dort. Le chien court. La mer est belle. '.repeat(20), 0],
    ['es', 'El gato duerme. El perro corre. La mar es azul. '.repeat(20), 0],
  ])('of a story in %s is told of where it is below what the house style wants', (language, body, count) => {
    const given = { keys: { language }, style: 'readingEase: 50\n' };

    expect(remarksOn(`${body}\n`, given).filter(([code]) => code === 'reading-hard')).toHaveLength(count);
  });

  it('is nothing where the house style wants none', () => {
    expect(remarksOn(`${HARD.repeat(12)}\n`).map(([code]) => code)).not.toContain('reading-hard');
  });
});
