import { describe, expect, it } from 'vitest';
import { renderLine } from '../../../src/markdown/render-text.ts';
import { shown } from '../../newsroom/rendered-text.ts';

describe('an apostrophe', () => {
  it.each([
    ['en', "back in the '80s", 'back in the ’80s'],
    ['en', "the winter of '63, the class of '71", 'the winter of ’63, the class of ’71'],
    ['en', "the class of '69 and the dogs' dinner", 'the class of ’69 and the dogs’ dinner'],
    ['en', "rock-'n'-roll", 'rock-’n’-roll'],
    ['en', "salt 'n' vinegar, Rock'n'Roll, R 'N' B", 'salt ’n’ vinegar, Rock’n’Roll, R ’N’ B'],
    ['en', "'Twas late; 'tis so; get 'em; 'til noon", '’Twas late; ’tis so; get ’em; ’til noon'],
    ['en', `"'Twas late," she said`, '“’Twas late,” she said'],
    ['en', "it was '*so*", 'it was ’so'],
    ['nl', "'s avonds in 't huis van 'n man", '’s avonds in ’t huis van ’n man'],
    ['af', "dis 'n brug en 'n pad", 'dis ’n brug en ’n pad'],
    ['de', "die '90er und 'ne Brücke", 'die ’90er und ’ne Brücke'],
    ['it', "gli anni '60 e la 'ndrangheta", 'gli anni ’60 e la ’ndrangheta'],
  ])('stands for what is left out, in %s: %s', (language, markdown, text) => {
    expect(shown(markdown, language)).toBe(text);
    expect(renderLine(markdown, language).text).toBe(text);
  });

  it.each([
    ["the letter 'n' is", 'the letter ‘n’ is'],
    ["'50 dead' in storm", '‘50 dead’ in storm'],
    ["the word 'em' is", 'the word ‘em’ is'],
    ["'cause for concern'", '‘cause for concern’'],
  ])('is told apart from a quotation mark: %s', (markdown, text) => {
    expect(shown(markdown, 'en')).toBe(text);
  });

  it.each([
    ['en', `The "Guardian"'s editor and the players' wages.`, 'The “Guardian”’s editor and the players’ wages.'],
    ['en', `"Hamlet"'s first night, the "Times"' view`, '“Hamlet”’s first night, the “Times”’ view'],
    ['en', "Yahoo!'s search and the players' wages", 'Yahoo!’s search and the players’ wages'],
    ['en', "the EU (and the UK)'s deal and the players' wages", 'the EU (and the UK)’s deal and the players’ wages'],
    ['en', `*"Guardian"*'s editor and players' wages`, '“Guardian”’s editor and players’ wages'],
    ['en', `["Guardian"](https://example.com/)'s editor and players' wages`, '“Guardian”’s editor and players’ wages'],
    ['en', "“Guardian”'s editor and the players' wages", '“Guardian”’s editor and the players’ wages'],
    ['en', `"Take That"'s '90s hits and fans' joy`, '“Take That”’s ’90s hits and fans’ joy'],
    [
      'en',
      `"Echo"'s owner, "Echo"'s staff and the readers' letters`,
      '“Echo”’s owner, “Echo”’s staff and the readers’ letters',
    ],
    ['en', `"Really?"'s tone`, '“Really?”’s tone'],
    [
      'en',
      "“Echo”'s owner and ‘Echo’'s staff, the readers' letters",
      '“Echo”’s owner and ‘Echo’’s staff, the readers’ letters',
    ],
    ['en', "«Echo»'s owner and the readers' letters", '«Echo»’s owner and the readers’ letters'],
    ['en', `the "Echo"'s 'best' owner`, 'the “Echo”’s ‘best’ owner'],
    ['en', `'the "Echo"'s owner,' he said`, '‘the “Echo”’s owner,’ he said'],
    ['en', "the `x`'s value and the players' wages", 'the x’s value and the players’ wages'],
    ['en', "Who?'s tour and the fans' joy", 'Who?’s tour and the fans’ joy'],
    ['en', "Jay-Z's, R.E.M.'s and the fans' joy", 'Jay-Z’s, R.E.M.’s and the fans’ joy'],
    ['en', "the U.S.'s troops and the players' wages", 'the U.S.’s troops and the players’ wages'],
    ['de', `"Faust"'s Ende und Hans' Haus`, '„Faust“’s Ende und Hans’ Haus'],
    ['de', `"'s war '89", sagt Hans' Frau`, '„’s war ’89“, sagt Hans’ Frau'],
    ['fr', `"Libération"'s`, '«\u202fLibération\u202f»’s'],
    ['tr', `"Liman"'ın adı ve "Deniz"'in`, '“Liman”’ın adı ve “Deniz”’in'],
    ['nl', `de '90's en "Trouw"'s redactie`, 'de ’90’s en “Trouw”’s redactie'],
    ['tr', `"Deniz"'de ve "Liman"'dan, 'evet' dedi`, '“Deniz”’de ve “Liman”’dan, ‘evet’ dedi'],
  ])('stands after a name that ends with a sign, in %s: %s', (language, markdown, text) => {
    expect(shown(markdown, language)).toBe(text);
  });

  it.each([
    ['en', "'Get 'em,' he said", '‘Get ’em,’ he said'],
    ['en', "'Get 'em' he said", '‘Get ’em’ he said'],
    ['en', "the word 'em' is", 'the word ‘em’ is'],
    ['en', "'Hamlet''s first night", '‘Hamlet’’s first night'],
    ['en', `He read "'Hamlet's' end" and left`, 'He read “‘Hamlet’s’ end” and left'],
    ['en', `"'I' said she"`, '“‘I’ said she”'],
    ['en', `"She said 'no'"`, '“She said ‘no’”'],
    ['en', `"'No'"`, '“‘No’”'],
    ['en', `"She said 'no'." 'Why?'`, '“She said ‘no’.” ‘Why?’'],
    ['en', "'Stop!' 'go!'", '‘Stop!’ ‘go!’'],
    ['en', "The Who's 'Tommy', the Kinks' 'Lola'", 'The Who’s ‘Tommy’, the Kinks’ ‘Lola’'],
    ['en', "'The Kinks' 'Lola' is good,' he said", '‘The Kinks’ ‘Lola’ is good,’ he said'],
    ['en', `'I love "the dogs' dinner" so much,' he said.`, '‘I love “the dogs’ dinner” so much,’ he said.'],
    [
      'en',
      `"I love the dogs' dinner," he said. "And the cats'."`,
      '“I love the dogs’ dinner,” he said. “And the cats’.”',
    ],
    ['en', "The 's' flag and the 'n' flag", 'The ‘s’ flag and the ‘n’ flag'],
    ['de', "Er nannte es 'das Haus von Hans' und ging", 'Er nannte es ‚das Haus von Hans‘ und ging'],
    ['de', "Er las 'Hans' Haus' und ging", 'Er las ‚Hans’ Haus‘ und ging'],
    ['de', `"Sie sagte: 'Ich geh' jetzt.'"`, '„Sie sagte: ‚Ich geh’ jetzt.‘“'],
    ['de', "Er nannte 'das Haus' Hans' Schloss.", 'Er nannte ‚das Haus‘ Hans’ Schloss.'],
    ['de', "Er nannte 'das Geld' von Hans' Vater", 'Er nannte ‚das Geld‘ von Hans’ Vater'],
    ['it', "Disse 'un po' di pane' e usci'", 'Disse “un po’ di pane” e usci’'],
    ['it', "Cantava 'Azzurro' e rideva", 'Cantava “Azzurro” e rideva'],
    ['it', "Ha detto 'no' a un po' di cose", 'Ha detto “no” a un po’ di cose'],
    ['it', "Ha detto 'no' e poi 'si'.", 'Ha detto “no” e poi “si”.'],
    ['it', "il '6' e il '7'", 'il “6” e il “7”'],
    ['it', "'A un po' di gente,' disse", '“A un po’ di gente,” disse'],
    ['it', "Disse 'no' a tutti e 'si' a un po' di noi", 'Disse “no” a tutti e “si” a un po’ di noi'],
    ['es', "Dijo 'voy pa' casa' y salió", 'Dijo “voy pa’ casa” y salió'],
    ['en', "He called it 'the workers' paradise' and left.", 'He called it ‘the workers’ paradise’ and left.'],
    [
      'en',
      "Critics' 'best of '99' list and the readers' 'worst of '98'",
      'Critics’ ‘best of ’99’ list and the readers’ ‘worst of ’98’',
    ],
    [
      'en',
      "The '99 team: 'the boys' of summer and '01 champions' rings",
      'The ’99 team: ‘the boys’ of summer and ’01 champions’ rings',
    ],
    [
      'en',
      "Nixon's '72 win, Carter's '76 win, the Democrats' joy",
      'Nixon’s ’72 win, Carter’s ’76 win, the Democrats’ joy',
    ],
    ['en', "The summer of '42. 'We ate nothing,' she said.", 'The summer of ’42. ‘We ate nothing,’ she said.'],
    ['en', "It opened in '52; 'a marvel', they said.", 'It opened in ’52; ‘a marvel’, they said.'],
    ['en', "Was it '52 or '53? 'I forget,' he said.", 'Was it ’52 or ’53? ‘I forget,’ he said.'],
    ['en', "the '08 crash ('a disaster' for the banks' owners)", 'the ’08 crash (‘a disaster’ for the banks’ owners)'],
    ['en', "Ford '49s and '50s Chevys, dealers' choice", 'Ford ’49s and ’50s Chevys, dealers’ choice'],
    ['en', "Mayor hails '20 years of growth', rivals say", 'Mayor hails ‘20 years of growth’, rivals say'],
    ['en', "Up to '90 per cent' of homes lost power", 'Up to ‘90 per cent’ of homes lost power'],
    ['en', "A '10-year plan' and a '15 per cent' rise", 'A ‘10-year plan’ and a ‘15 per cent’ rise'],
    ['en', "Woman, '27 weeks pregnant', hurt", 'Woman, ‘27 weeks pregnant’, hurt'],
    ['en', "'I'm 30,' he said. 'Born in '96.'", '‘I’m 30,’ he said. ‘Born in ’96.’'],
    ['en', "'The dogs' and 'the cats' won't go", '‘The dogs’ and ‘the cats’ won’t go'],
    [
      'en',
      "He said 'goodbye' to the boys' club, 'hello' to '99",
      'He said ‘goodbye’ to the boys’ club, ‘hello’ to ’99',
    ],
    ['en', "She 'loves' her parents' house.", 'She ‘loves’ her parents’ house.'],
    ['en', "The 'Echo' and the players' wages.", 'The ‘Echo’ and the players’ wages.'],
    ['en', "The 'Echo' cut its writers' pay.' ", 'The ‘Echo’ cut its writers’ pay.’'],
    ['en', `"The 'Echo' cut its writers' pay," she said.`, '“The ‘Echo’ cut its writers’ pay,” she said.'],
    ['de', `"Der 'Bote' schrieb über Hans' Haus", sagt sie.`, '„Der ‚Bote‘ schrieb über Hans’ Haus“, sagt sie.'],
    [
      'de',
      `"Er sagt: 'Ich hab' nichts, du hast's.' Dann ging er."`,
      '„Er sagt: ‚Ich hab’ nichts, du hast’s.‘ Dann ging er.“',
    ],
    ['de', "Der 'Bote' und das 'Blatt' von '49, Felix' Zeitung", 'Der ‚Bote‘ und das ‚Blatt‘ von ’49, Felix’ Zeitung'],
    ['de', "WM '74, EM '96 und Boris' Sieg '85", 'WM ’74, EM ’96 und Boris’ Sieg ’85'],
    ['de', "Er rief '50 Tote!' und ging", 'Er rief ‚50 Tote!‘ und ging'],
    ['de', "Sie sagte '80 Prozent.'", 'Sie sagte ‚80 Prozent.‘'],
    ['fr', "Il cria 'Non!' puis 'D'accord' en '81.", 'Il cria “Non!” puis “D’accord” en ’81.'],
    ['fr', "Mai '68: 'Il est interdit d'interdire'", 'Mai ’68: “Il est interdit d’interdire”'],
    ['fr', "L'album 'Live '99' de l'groupe", 'L’album “Live ’99” de l’groupe'],
    ['it', "Il Napoli dell'87 e dell' 89, un po' di gloria", 'Il Napoli dell’87 e dell’ 89, un po’ di gloria'],
    ['it', "La 'Gazzetta' di mo' fa, la 'Voce' del '48", 'La “Gazzetta” di mo’ fa, la “Voce” del ’48'],
    ['it', `"Il '68 e' stato 'un sogno' per noi", dice.`, '«Il ’68 e’ stato “un sogno” per noi», dice.'],
    [
      'it',
      "Perche' no? Negli anni '60 si' e' visto di tutto, pero'.",
      'Perche’ no? Negli anni ’60 si’ e’ visto di tutto, pero’.',
    ],
    ['it', "Citta' 'aperta' e liberta' negata", 'Citta’ “aperta” e liberta’ negata'],
    ['it', "E' 'vero' e c'e' di piu'", 'E’ “vero” e c’e’ di piu’'],
    ['it', "Secondo 'La Voce' l'attivita' e' ferma", 'Secondo “La Voce” l’attivita’ e’ ferma'],
    ['it', "'La Voce' dice: un po' di pace.", '“La Voce” dice: un po’ di pace.'],
    ['es', "La peli 'Verano '93' ganó en el '17", 'La peli “Verano ’93” ganó en el ’17'],
    ['es', "Rock de los '80: 'Puerta', 'Río' y na' más", 'Rock de los ’80: “Puerta”, “Río” y na’ más'],
    ['es', "O'Higgins en el '18, D'Ors en el '22, pa' siempre", 'O’Higgins en el ’18, D’Ors en el ’22, pa’ siempre'],
    ['de', "Seit '89 wohn' ich hier", 'Seit ’89 wohn’ ich hier'],
    ['en', "'20 hurt in riots' as police look on", '‘20 hurt in riots’ as police look on'],
    ['en', "Police: '20 hurt in riots' after match", 'Police: ‘20 hurt in riots’ after match'],
    ['de', "Die '50 besten Städte' des Jahres", 'Die ‚50 besten Städte‘ des Jahres'],
    ['da', "I '68 var Lars' hus tomt", 'I ’68 var Lars’ hus tomt'],
    ['nb', "I '68 var Lars' hus tomt", 'I ’68 var Lars’ hus tomt'],
    ['es', "Los '40 principales' suenan", 'Los “40 principales” suenan'],
    ['fr', "Les '30 Glorieuses' ont", 'Les “30 Glorieuses” ont'],
    ['de', "Die '50 Besten' des Jahres", 'Die ‚50 Besten‘ des Jahres'],
  ])('at the end of a word is told from the end of a quotation, in %s: %s', (language, markdown, text) => {
    expect(shown(markdown, language)).toBe(text);
  });
});
