import { BRICK, circle, CREAM, INK, OCHRE, path, picture, rect, SAND, SEA, SLATE } from './draw.ts';

interface Person {
  readonly background: string;
  readonly skin: string;
  readonly hair: string;
  /** The hair behind the head, and the one before it. */
  readonly back: string;
  readonly front: string;
  readonly clothes: string;
  readonly collar: string;
  readonly glasses?: boolean;
  readonly beard?: boolean;
}

/** The portraits of the demo's contributors, by name: SVG of 800 by 800. */
export function portraits(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(PEOPLE).map(([id, person]) => [`portrait-${id}`, picture(800, 800, draw(person))]),
  );
}

const PEOPLE: Readonly<Record<string, Person>> = {
  'amara-okonjo': {
    background: OCHRE,
    skin: '#6b4029',
    hair: '#1d1410',
    back: 'M 220 380 a 180 190 0 1 1 360 0 q 10 70 -30 100 H 250 q -40 -30 -30 -100 Z',
    front: 'M 262 330 q 138 -120 276 0 q -40 -120 -138 -120 q -98 0 -138 120 Z',
    clothes: '#1f4a57',
    collar: CREAM,
  },
  'tom-lindley': {
    background: '#8fb0ad',
    skin: '#e2b594',
    hair: '#8b5a33',
    back: 'M 262 320 q 0 -130 138 -134 q 138 4 138 134 Z',
    front: 'M 262 340 q 10 -150 150 -146 q 120 0 126 130 q -60 -70 -150 -66 q -90 -4 -126 82 Z',
    clothes: SLATE,
    collar: CREAM,
    glasses: true,
  },
  'lucia-ferrer': {
    background: '#d98e6b',
    skin: '#d2a078',
    hair: '#3a2117',
    back: 'M 236 360 a 164 176 0 0 1 328 0 q 30 180 -10 290 H 246 q -40 -110 -10 -290 Z',
    front: 'M 262 350 q 20 -130 150 -150 q 120 10 128 150 q -70 -30 -110 -110 q -60 90 -168 110 Z',
    clothes: BRICK,
    collar: '#f0d9b8',
  },
  'hassan-idrisi': {
    background: SEA,
    skin: '#b98157',
    hair: '#15110f',
    back: 'M 264 320 q 0 -124 136 -126 q 136 2 136 126 Z',
    front: 'M 262 332 q 6 -128 138 -136 q 132 8 138 136 q -50 -66 -138 -66 q -88 0 -138 66 Z',
    clothes: '#2b3650',
    collar: SAND,
    beard: true,
  },
  'beth-crane': {
    background: '#c9b27e',
    skin: '#f0cbb0',
    hair: '#c0552a',
    back: 'M 250 350 a 150 160 0 0 1 300 0 q 10 80 -16 130 H 266 q -26 -50 -16 -130 Z',
    front: 'M 260 340 q 30 -140 140 -146 q 110 6 140 146 q -30 -60 -70 -84 q -110 40 -210 84 Z',
    clothes: '#2f6b4f',
    collar: CREAM,
  },
  'gwen-ashdown': {
    background: '#7d8fa6',
    skin: '#ecc4a6',
    hair: '#cfcac2',
    back: 'M 256 340 a 144 154 0 0 1 288 0 q 6 50 -14 96 H 270 q -20 -46 -14 -96 Z',
    front: 'M 260 336 q 20 -136 140 -140 q 120 4 140 140 q -80 -80 -140 -84 q -60 4 -140 84 Z',
    clothes: '#3b2d4a',
    collar: OCHRE,
    glasses: true,
  },
};

function draw({ background, skin, hair, back, front, clothes, collar, glasses, beard }: Person): string {
  const shade = 'opacity="0.14"';
  return [
    rect(0, 0, 800, 800, background),
    circle(400, 380, 300, CREAM, 'opacity="0.35"'),
    path(back, hair),
    path('M 120 800 Q 140 610 330 590 H 470 Q 660 610 680 800 Z', clothes),
    path('M 345 500 H 455 V 600 Q 400 660 345 600 Z', skin),
    path('M 345 540 Q 400 590 455 540 V 566 Q 400 616 345 566 Z', INK, shade),
    path('M 318 594 L 400 690 L 482 594 L 452 578 Q 400 640 348 578 Z', collar),
    `<ellipse cx="400" cy="390" rx="132" ry="160" fill="${skin}"/>`,
    path('M 400 230 a 132 160 0 0 1 0 320 q 60 -40 60 -160 t -60 -160 Z', INK, shade),
    ...(beard
      ? [
          path('M 272 420 q 20 140 128 146 q 108 -6 128 -146 q -40 60 -128 56 q -88 4 -128 -56 Z', hair),
          path('M 356 476 q 44 22 88 0', 'none', `stroke="${skin}" stroke-width="9" stroke-linecap="round"`),
        ]
      : [path('M 350 476 q 50 30 100 0', 'none', 'stroke="#8c3b2e" stroke-width="9" stroke-linecap="round"')]),
    path('M 402 386 q 16 40 -8 50', 'none', `stroke="${INK}" stroke-width="6" stroke-linecap="round" opacity="0.45"`),
    circle(346, 380, 11, INK),
    circle(454, 380, 11, INK),
    path(
      'M 316 346 q 30 -18 58 -2 M 426 344 q 30 -16 58 2',
      'none',
      `stroke="${hair === '#cfcac2' ? '#8d887f' : hair}" stroke-width="11" stroke-linecap="round"`,
    ),
    ...(glasses
      ? [
          `<g fill="none" stroke="${INK}" stroke-width="8"><circle cx="346" cy="382" r="42"/><circle cx="454" cy="382" r="42"/><path d="M 388 378 h 24"/></g>`,
        ]
      : []),
    path(front, hair),
  ].join('');
}
