import { describe, expect, it } from 'vitest';
import { editionOf } from '../../newsroom/edition.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';

const HEAD = 'headline: Harbour bridge closes\ncontributors: Jane Doe\ndate: 2026-11-23 07:30';

/** What is said of a story with these lines below its needed keys, which begin on line 5. */
function told(yaml: string): readonly Diagnostic[] {
  const { diagnostics } = editionOf(
    { articles: { 'a.md': `---\n${HEAD}\n${yaml}\n---\nText\n` } },
    { now: '2026-12-01' },
  );
  return diagnostics.filter(({ code }) => code !== 'picture-alt');
}

function inShort({ line, column, length, code, excerpt }: Diagnostic): string {
  return `${line} ${code} ‹${excerpt?.slice(column - 1, column - 1 + length)}›`;
}

function hintOf(yaml: string): string | undefined {
  return /`([^`]*)`/.exec(told(yaml)[0]?.hint ?? '')?.[1];
}

describe('a comment within what was meant as text', () => {
  it.each([
    ['dek: Line #4 runs again', '5 comment-in-text ‹#4 runs again›', 'dek: "Line #4 runs again"'],
    ['kicker: #harbour', '5 comment-in-text ‹#harbour›', 'kicker: "#harbour"'],
    ['kicker:   # harbour', '5 comment-in-text ‹# harbour›', 'kicker: "# harbour"'],
    ['dek: Line\t#4', '5 comment-in-text ‹#4›', 'dek: "Line\t#4"'],
    ['dek: "Bridge" #1', '5 comment-in-text ‹#1›', `dek: '"Bridge" #1'`],
    ["dek: 'Bridge'#1", '5 comment-in-text ‹#1›', `dek: "'Bridge'#1"`],
    ["dek: ''#1", '5 key-missing ‹#1›', `dek: "''#1"`],
    ['dek: "Bridge"# 1', '5 comment-in-text ‹# 1›', `dek: '"Bridge"# 1'`],
    ["dek: The mayor's #1 wish", '5 comment-in-text ‹#1 wish›', `dek: "The mayor's #1 wish"`],
    ['dek: > #1 in the league', '5 key-missing ‹#1 in the league›', 'dek: "> #1 in the league"'],
    ['topics:\n  - Ferries\n  - Line #4', '7 comment-in-text ‹#4›', '- "Line #4"'],
    ['topics:\n  - #ferries', '6 key-missing ‹#ferries›', '- "#ferries"'],
    ['image:\n  src: bridge.jpg\n  alt: Pier #3', '7 comment-in-text ‹#3›', 'alt: "Pier #3"'],
    ['image: {\n  src: bridge.jpg, # wide\n  alt: Pier #3,\n }', '7 comment-in-text ‹#3,›', 'alt: "Pier #3"'],
    ['updates:\n  - date: 2026-11-24\n    text: See #2', '7 comment-in-text ‹#2›', 'text: "See #2"'],
    ['dek: One\n  two #3', '6 comment-in-text ‹#3›', 'dek: "One two #3"'],
    [
      'dek: The port is\n  #1 on the coast',
      '6 comment-in-text ‹#1 on the coast›',
      'dek: "The port is #1 on the coast"',
    ],
    ['topics:\n  - Ferries and\n    #trams', '7 comment-in-text ‹#trams›', '- "Ferries and #trams"'],
    ['updates:\n  - date: 2026-11-24\n    text: It is\n      #1', '8 comment-in-text ‹#1›', 'text: "It is #1"'],
    ['kicker: No #1', '5 comment-in-text ‹#1›', 'kicker: "No #1"'],
    ['kicker: 5 #1', '5 value-type ‹#1›', 'kicker: "5 #1"'],
    ['dek: 北京 #1 橋', '5 comment-in-text ‹#1 橋›', 'dek: "北京 #1 橋"'],
  ])('is shown with the mended line: %j', (yaml, expected, mended) => {
    expect(told(yaml).map(inShort)).toEqual([expected]);
    expect(hintOf(yaml)).toBe(mended);
  });

  it.each([
    '# a comment of its own',
    'dek: A\n# between\nkicker: B',
    'updated: 2026-11-23 # the proof',
    'draft: true # not yet',
    'label: opinion # by the editor',
    'slug: bridge # as in print',
    'topics: [One, Two] # by the editor',
    'topics: # by the editor\n  - One',
    'image: # by Ana\n  src: bridge.jpg # the wide one\n  alt: A bridge',
    'dek: "A bridge" # for the web',
    "dek: 'A bridge'   # for the web",
    'dek: |\n  A bridge #1\n  # no comment',
    'dek: Bridge#1',
    'dek: C#, F#',
    'dek: "Line #4"',
    'aliases:\n  - /old/ # 2014',
    'dek: A bridge\n  # it is wide',
    'dek: A bridge\n#kicker: B',
    'topics:\n  - One\n  #- Two',
    'updates:\n  - text: A bridge\n    #by: Ana\n    date: 2026-11-24',
    'dek: A bridge\n  #kicker: B',
  ])('is none, and nothing is said: %j', (yaml) => {
    expect(
      told(yaml)
        .map(inShort)
        .filter((each) => !each.includes('section')),
    ).toEqual([]);
  });

  it.each([
    ['topics: [#ferries, #trams]\nkicker: A', '5 yaml-broken ‹#›'],
    ['topics: [Ferries, Line #4, Trams]\nkicker: A', '5 yaml-broken ‹#›'],
    ['image: { src: bridge.jpg, alt: Pier #3 }\nkicker: A', '5 yaml-broken ‹#›'],
    ['image: {\n  src: bridge.jpg, # wide\n  alt: Pier #3,\n  credit: A\n }', '7 yaml-broken ‹#›'],
  ])('points at its line where it hides the end of a list or a group: %j', (yaml, expected) => {
    expect(told(yaml).map(inShort)).toEqual([expected]);
  });
});

describe('a comma in a text in braces', () => {
  it.each([
    ['image: { src: bridge.jpg, alt: Jane, John and Bob }', 'alt: "Jane, John and Bob"'],
    ['image: { src: bridge.jpg, alt: One, two, three }', 'alt: "One, two, three"'],
    ['image: { alt: Jane, caption, src: bridge.jpg }', 'alt: "Jane, caption"'],
    ['image: { alt: "Jane", John, src: bridge.jpg }', `alt: '"Jane", John'`],
    ["image: { src: bridge.jpg, alt: 'Jane', John }", `alt: "'Jane', John"`],
    ['image: { src: bridge.jpg, alt: 5,000 people }', 'alt: "5,000 people"'],
    ['image: { src: bridge.jpg, alt: The mayor, he says: no }', 'alt: "The mayor, he says: no"'],
    ['updates: [{ date: 2026-11-24, text: Open again, at last }]', 'text: "Open again, at last"'],
    ['corrections:\n  - { date: 2026-11-24, text: In 1903, not in 1930. }', 'text: "In 1903, not in 1930."'],
    ['factCheck: { claim: A, b, claimant: Jo, date: 2026-11-20, rating: No }', 'claim: "A, b"'],
    ['video: { url: "https://a.example/", title: Tides, and ships, transcript: x }', 'title: "Tides, and ships"'],
    ['liveStrip: { url: /2026/, text: Now, and here }', 'text: "Now, and here"'],
  ])('is an error with the mended line: %s', (yaml, mended) => {
    const [comma, ...others] = told(yaml);

    expect([comma?.code, others.filter(({ severity }) => severity === 'error')]).toEqual(['comma-in-text', []]);
    expect(hintOf(yaml)).toBe(mended);
  });

  it.each(['image: { src: bridge.jpg, alt: "Jane, John" }', 'image: { src: bridge.jpg, alt: A, }'])(
    'is none between quotes or before the brace: %s',
    (yaml) => {
      expect(told(yaml)).toEqual([]);
    },
  );

  it('is told in fronts and site.yaml too', () => {
    const { diagnostics } = editionOf({
      site: 'title: The Ledger #1\nurl: https://ledger.example/\nnavigation: [{ label: News, views, url: / }]\n',
      fronts: { 'home.yaml': 'breaking: { text: Bridge, closed, until: 2026-12-01 }\n' },
      contributors: { 'jane.md': '---\nname: Jane Doe #2\n---\n' },
      pages: { 'about.md': '---\ntitle: About #1\nlayout: page # usual\n---\nText\n' },
    });

    expect(diagnostics.map(({ path, line, code }) => `${path}:${line} ${code}`)).toEqual([
      'content/contributors/jane.md:2 comment-in-text',
      'content/fronts/home.yaml:1 comma-in-text',
      'content/pages/about.md:2 comment-in-text',
      'content/site.yaml:1 comment-in-text',
      'content/site.yaml:3 comma-in-text',
    ]);
  });
});

describe('a value that YAML reads as something else', () => {
  it.each([
    ['dek: "C:\\new"', '5 yaml-misread ‹\\n›', "'C:\\new'"],
    ['dek: "A\\ttab"', '5 yaml-misread ‹\\t›', "'A\\ttab'"],
    ['kicker: &quot;Bridge&quot; closes', '5 yaml-misread ‹&quot;Bridge&quot;›', 'kicker: "&quot;Bridge&quot; closes"'],
    ['kicker: &Bridge', '5 yaml-misread ‹&Bridge›', 'kicker: "&Bridge"'],
    ['kicker: ! Bridge', '5 yaml-misread ‹!›', 'kicker: "! Bridge"'],
    ['topics:\n  - &a Bridge', '6 yaml-misread ‹&a›', '- "&a Bridge"'],
    ['topics: [Bridges\n  Ferries]', '5 yaml-misread ‹Bridges›', 'Bridges, Ferries'],
    ['topics: [\n  Bridges,\n  Ferries\n  Trams\n  ]', '7 yaml-misread ‹Ferries›', 'Ferries, Trams'],
    ['kicker: !!str Bridge', '5 yaml-misread ‹!!str›', 'kicker: Bridge'],
    ['kicker: !!str "5"', '5 yaml-misread ‹!!str›', undefined],
    ['kicker: !!str', '5 key-missing ‹!!str›', undefined],
    ['kicker: !!int 5', '5 value-type ‹!!int›', 'kicker: "5"'],
    ['kicker: !!float .5', '5 value-type ‹!!float›', 'kicker: ".5"'],
    ['topics: [!!str Bridges, Ferries]', '5 yaml-misread ‹!!str›', 'Bridges'],
    ['topics:\n  - !!str Line 4', '6 yaml-misread ‹!!str›', '- Line 4'],
    ['image: { src: bridge.jpg, alt: !!str Bridge }', '5 yaml-misread ‹!!str›', 'alt: Bridge'],
    ['kicker: !!timestamp 2026-11-23', '5 yaml-broken ‹!›', '"2026-11-23"'],
    ['topics: !!set {Bridges, Ferries}', '5 yaml-broken ‹!›', '{Bridges, Ferries}'],
    ['kicker: [Update: now]', '5 value-type ‹[Update: now]›', 'kicker: "[Update: now]"'],
    ['dek: ~', '5 yaml-misread ‹~›', 'dek: "~"'],
    ['dek: Null', '5 yaml-misread ‹Null›', 'dek: "Null"'],
    ['image: { src: bridge.jpg, alt: null }', '5 yaml-misread ‹null›', 'alt: "null"'],
    ['kicker: yes', '5 yaml-misread ‹yes›', 'kicker: "yes"'],
    ['dek: No', '5 yaml-misread ‹No›', 'dek: "No"'],
    ['topics: [Bridges, off]', '5 yaml-misread ‹off›', '"off"'],
    ['image: { src: bridge.jpg, alt: no }', '5 yaml-misread ‹no›', 'alt: "no"'],
    ['kicker: 2026-11-23 07:30', '5 yaml-misread ‹2026-11-23 07:30›', 'kicker: "2026-11-23 07:30"'],
    ['kicker: 2026-11-23T07:30:00Z', '5 yaml-misread ‹2026-11-23T07:30:00Z›', 'kicker: "2026-11-23T07:30:00Z"'],
    ['kicker: 2026-11-23', '5 yaml-misread ‹2026-11-23›', 'kicker: "2026-11-23"'],
    ['kicker: >', '5 key-missing ‹>›', 'kicker: ">"'],
    ['kicker: |-', '5 key-missing ‹|-›', 'kicker: "|-"'],
    ['topics: [Bridges: old]', '5 value-type ‹Bridges: old›', '"Bridges: old"'],
    ['kicker: {Update}', '5 value-type ‹{Update}›', 'kicker: "{Update}"'],
    ['kicker: [Update]', '5 value-type ‹[Update]›', 'kicker: "[Update]"'],
    ['kicker: True', '5 value-type ‹True›', '"True"'],
    ['kicker: 0x1F', '5 value-type ‹0x1F›', '"0x1F"'],
    ['kicker: .5', '5 value-type ‹.5›', '".5"'],
    ['updated: “2026-11-24”', '5 date-invalid ‹“2026-11-24”›', '2026-11-24'],
  ])('is shown with the mended line: %j', (yaml, expected, mended) => {
    expect(told(yaml).map(inShort)).toEqual([expected]);
    expect(hintOf(yaml)).toBe(mended);
  });

  it.each([
    ["topics: [Ferry, ] #']", "5 comment-in-text ‹#']›"],
    ['topics: [Ferry]#1', '5 comment-in-text ‹#1›'],
    ['image: { src: bridge.jpg, alt: Bridge}# }', '5 comment-in-text ‹# }›'],
  ])('is told of where a bracket of a text closes too much: %j', (yaml, expected) => {
    expect(told(yaml).map(inShort)).toEqual([expected]);
  });

  it.each([
    ['headline: null', 'headline: "null"'],
    ['headline: ~', 'headline: "~"'],
    ['headline: >', 'headline: ">"'],
    ['headline: &a', 'headline: "&a"'],
  ])('is an error where a value is needed: %j', (yaml, mended) => {
    const text = `---\n${HEAD.replace(/^headline:.*$/m, yaml)}\n---\nText\n`;
    const { diagnostics } = editionOf({ articles: { 'a.md': text } });

    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error key-missing']);
    expect(diagnostics[0]?.hint).toContain(mended);
  });

  it.each([
    ['image:\n  src:bridge.jpg\n  alt:x', '6 value-type ‹src:bridge.jpg›'],
    ['topics:\n  -Bridges\n  -Ferries', '6 value-type ‹-Bridges›'],
    ['kicker:\n  -Bridges', '6 yaml-misread ‹-›'],
    ['dek: One\n  kicker:Two', '6 yaml-misread ‹kicker:›'],
  ])('points at a list or keys without their spaces: %j', (yaml, expected) => {
    expect(told(yaml).map(inShort)).toContain(expected);
  });

  it.each([
    ['kicker: "yes"', 'yes'],
    ['kicker: Yes we can', 'Yes we can'],
    ['kicker: 2026-11-23 and after', '2026-11-23 and after'],
    ['kicker: 12:30', '12:30'],
    ['kicker: 2026-11', '2026-11'],
    ['kicker: 1,000', '1,000'],
    ['kicker: “Bridge”', '“Bridge”'],
    ['kicker: Smith & Sons', 'Smith & Sons'],
    ['kicker: Stop! Go', 'Stop! Go'],
    ['kicker: "A \\"b\\" \\\\ c"', 'A "b" \\ c'],
    ['kicker: \u00a0Bridge\u00a0', 'Bridge'],
    ['kicker:\tBridge', 'Bridge'],
    ['kicker: &k Bridge\ndek: *k', 'Bridge'],
    ['kicker: !!str 5', '5'],
    ['kicker: !!str yes', 'yes'],
    ['kicker: !!str true', 'true'],
    ['topics: !!seq [Bridges]\nkicker: A', 'A'],
    ['updated: !!str 2026-11-23\nkicker: A', 'A'],
    ['draft: !!bool false\nkicker: A', 'A'],
  ])('is published as it was meant: %j', (yaml, kicker) => {
    const { edition, diagnostics } = editionOf({ articles: { 'a.md': `---\n${HEAD}\n${yaml}\n---\nText\n` } });

    expect(diagnostics).toEqual([]);
    expect(edition.stories[0]?.article.kicker).toBe(kicker);
  });

  it('takes no-break spaces around dates, flags and words for spaces', () => {
    const yaml = 'updated: 2026-11-23\u00a008:30\u00a0\ndraft: false\u00a0\nslug: \u00a0bridge';
    const { diagnostics, edition } = editionOf({ articles: { 'a.md': `---\n${HEAD}\n${yaml}\n---\nText\n` } });

    expect([diagnostics, edition.stories[0]?.entry.slug]).toEqual([[], 'bridge']);
  });
});

describe('a key without a value', () => {
  it.each([
    ['sectoin:', '5 key-unknown ‹sectoin›'],
    ['\u3000dek: Bridge', '5 key-unknown ‹\u3000dek›'],
    ['image: { src: bridge.jpg, alt: A, captoin: }', '5 key-unknown ‹captoin›'],
    ['translations: { es: }', '5 key-missing ‹es›'],
    ['image: { caption, src: bridge.jpg, alt: A }', '5 key-missing ‹caption›'],
  ])('is spoken of where it would be lost: %s', (yaml, expected) => {
    expect(told(yaml).map(inShort)).toEqual([expected]);
  });

  it.each(['dek:', 'topics:', 'image:', 'updated: # to come'])('is as if it were not there: %s', (yaml) => {
    expect(told(yaml)).toEqual([]);
  });
});

describe('an entry of a list', () => {
  it('that another one became part of is told', () => {
    const [finding, ...others] = told('topics:\n  - Swing Bridge\n    - Ferries');

    expect(finding && inShort(finding)).toBe('7 yaml-misread ‹-›');
    expect(finding?.hint).toBe('begin both `-` in the same column');
    expect(others).toEqual([]);
  });

  it.each([
    'topics:\n  - Swing Bridge\n  - Ferries',
    'topics:\n- Swing Bridge\n-   Ferries',
    'topics:\n  - Swing -\n    Bridge',
    'dek: >\n  One\n    - two',
    'related:\n  []',
    'topics: [\n  Swing Bridge,\n  "Ferries and\n  trams"\n  ]',
  ])('that goes on in the next line is left alone: %j', (yaml) => {
    expect(told(yaml)).toEqual([]);
  });

  it.each([
    ['topics: (Swing Bridge, Ferries)', '[Swing Bridge, Ferries]'],
    ['topics:\n  • Swing Bridge\n  • Ferries', '[Swing Bridge, Ferries]'],
    ['topics:\n  – Swing Bridge\n  – Ferries', '[Swing Bridge, Ferries]'],
    ['topics: Swing Bridge; Ferries', '[Swing Bridge, Ferries]'],
    ['topics: Swing Bridge – the end', '[Swing Bridge – the end]'],
    ['topics:\n  Bridges\n  Ferries', '[Bridges, Ferries]'],
    ['image: bridge.jpg', '{ src: bridge.jpg, alt: … }'],
    ["topics: Harbour's end; 'Tis", `[Harbour's end, "'Tis"]`],
    ['topics: "Line #4"', '["Line #4"]'],
    ['topics: "Rome: a city; 2026"', '["Rome: a city", "2026"]'],
    ['topics: "[Bridges"', '["[Bridges"]'],
  ])('is shown as lists have it: %j', (yaml, hint) => {
    expect(hintOf(yaml)).toBe(hint);
  });
});

describe('a key that is no name', () => {
  it.each([
    ['{{ title }}: A', 'Unexpected braces or `?` in the place of a key, expected its name and a colon'],
    ['? The bridge: A', 'Unexpected braces or `?` in the place of a key, expected its name and a colon'],
    ['007: A', 'Unexpected key `007`, expected one that Broadsheet knows'],
    ['[Ana]: A', 'Unexpected key `Ana`, expected one that Broadsheet knows'],
    ['1e3: A', 'Unexpected key `1e3`, expected one that Broadsheet knows'],
  ])('is told where it stands: %s', (yaml, message) => {
    expect(told(yaml).map((each) => [each.line, each.message])).toEqual([[5, message]]);
  });
});

describe('the reason why a page is gone', () => {
  it.each([
    ['/old/: { gone: It was wrong, and sorry }', '1 comma-in-text ‹,›', 'gone: "It was wrong, and sorry"'],
    ['/old/: { gone: It cost 1,000 }', '1 comma-in-text ‹,›', 'gone: "It cost 1,000"'],
    ['/old/: { gone: "It was wrong", and sorry }', '1 comma-in-text ‹,›', `gone: '"It was wrong", and sorry'`],
    [
      '/old/: { gone: Yes, it is gone }',
      '1 redirect-invalid ‹{ gone: Yes, it is gone }›',
      '{ gone: "Yes, it is gone" }',
    ],
    ['/old/: { gone: It\'s wrong, "so" it goes }', '1 yaml-broken ‹,›', `gone: "It's wrong, \\"so\\" it goes"`],
    ['/old/: { gone: Wrong: sorry, all }', '1 yaml-broken ‹,›', 'gone: "Wrong: sorry, all"'],
    ['/old/: {gone:true}', '1 redirect-invalid ‹{gone:true}›', '{ gone: true }'],
  ])('is told once where a comma cuts it, with the mended line: %s', (redirects, expected, mended) => {
    const { diagnostics } = editionOf({ articles: {}, redirects: `${redirects}\n` });

    expect(diagnostics.map(inShort)).toEqual([expected]);
    expect(/`([^`]*)`$/.exec(diagnostics[0]?.hint ?? '')?.[1]).toBe(mended);
  });

  const saidOf = (redirects: string): readonly string[] =>
    editionOf({ articles: {}, redirects }).diagnostics.map(inShort);

  it('is a text, of which a comment may be a part', () => {
    expect(saidOf('/old/:\n  gone: It is our #1 mistake\n')).toEqual(['2 comment-in-text ‹#1 mistake›']);
  });

  it.each(['/old/: { gone: true } # by the lawyers\n', '/old/: /2026/ # moved\n', '/old/: { gone: "It is #1" }\n'])(
    'is nothing of what looks like it: %j',
    (redirects) => {
      expect(saidOf(redirects).filter((said) => said.includes('comment'))).toEqual([]);
    },
  );
});
