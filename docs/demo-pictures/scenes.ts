import {
  BRICK,
  circle,
  CREAM,
  DUSK,
  FOAM,
  gull,
  hills,
  house,
  INK,
  line,
  many,
  OCHRE,
  path,
  picture,
  polygon,
  rect,
  SAND,
  SEA,
  sky,
  SLATE,
  water,
} from './draw.ts';

/** The lead pictures, by name: SVG of 1600 by 900. */
export function scenes(): Readonly<Record<string, string>> {
  const drawn = {
    'swing-bridge': swingBridge(),
    lanternhouse: lanternhouse(),
    'server-room': serverRoom(),
    'saltings-flood': saltingsFlood(),
    'kestrel-point': kestrelPoint(),
    'fish-market': fishMarket(),
    'council-chamber': councilChamber(),
    'marsh-lane': marshLane(),
    regatta: regatta(),
    'rusk-bakery': ruskBakery(),
    'central-library': centralLibrary(),
    'st-brannocks': stBrannocks(),
    boatyard: boatyard(),
    'gannet-bank': gannetBank(),
    'northside-tram': northsideTram(),
    'assembly-theatre': assemblyTheatre(),
    allotments: allotments(),
  };
  return Object.fromEntries(Object.entries(drawn).map(([name, content]) => [name, picture(1600, 900, content)]));
}

function swingBridge(): string {
  const girder = (x: number): string =>
    line([x, 470], [x + 60, 400], INK, 7) + line([x + 60, 400], [x + 120, 470], INK, 7);
  return (
    sky(['#34506b', '#5d7280', '#c08a68', DUSK, '#f2d6a8'], 560) +
    circle(1180, 470, 84, '#f8e3b4') +
    hills(540, 22, '#46616f') +
    many(7, (i) => house(60 + i * 96, 476 - (i % 3) * 18, 78, 90, i % 2 ? '#7b4a3a' : '#5a4a4a', INK)) +
    water(560, ['#8a7f7a', '#5f7480', '#456072', '#2c4257'], '#f2d6a8') +
    rect(250, 470, 1110, 24, INK) +
    many(9, (i) => girder(250 + i * 122)) +
    rect(250, 394, 1110, 10, INK) +
    rect(760, 494, 110, 180, '#4c3f3c') +
    rect(736, 480, 158, 26, INK) +
    rect(716, 660, 200, 40, '#2a2a33') +
    polygon(
      [
        [780, 400],
        [815, 250],
        [850, 400],
      ],
      INK,
    ) +
    line([815, 256], [250, 400], INK, 5) +
    line([815, 256], [1360, 400], INK, 5) +
    rect(190, 430, 90, 220, '#5b4a45') +
    rect(1330, 430, 90, 220, '#5b4a45') +
    rect(200, 380, 14, 60, BRICK) +
    rect(1396, 380, 14, 60, BRICK) +
    circle(207, 374, 13, '#e2603f') +
    circle(1403, 374, 13, '#e2603f') +
    gull(520, 250, 30) +
    gull(590, 210, 22) +
    gull(1020, 180, 26)
  );
}

function lanternhouse(): string {
  const bay = (i: number): string =>
    rect(150 + i * 186, 380, 170, 330, '#6e3425') +
    polygon(
      [
        [150 + i * 186, 380],
        [235 + i * 186, 316],
        [320 + i * 186, 380],
      ],
      '#54271c',
    ) +
    many(4, (k) =>
      rect(176 + i * 186 + (k % 2) * 66, 426 + Math.floor(k / 2) * 128, 50, 88, (i + k) % 4 === 0 ? INK : '#f0c465'),
    );
  return (
    sky(['#0d1730', '#16233f', '#22324f', '#31425c'], 700) +
    many(60, (i) => circle((i * 271) % 1600, (i * 149) % 320, 1 + (i % 3), CREAM, 'opacity="0.8"')) +
    circle(1330, 150, 58, '#f3e6c4') +
    circle(1306, 138, 52, '#16233f') +
    hills(640, 26, '#1c2942') +
    many(7, bay) +
    rect(1086, 210, 150, 500, '#5c2c20') +
    rect(1070, 196, 182, 24, INK) +
    polygon(
      [
        [1110, 196],
        [1161, 90],
        [1212, 196],
      ],
      INK,
    ) +
    circle(1161, 300, 92, '#f0c465', 'opacity="0.18"') +
    rect(1130, 246, 62, 104, '#f7dc8f') +
    rect(1122, 236, 78, 14, INK) +
    rect(1122, 346, 78, 14, INK) +
    line([1161, 248], [1161, 348], INK, 6) +
    rect(0, 706, 1600, 194, '#121a2c') +
    many(8, (i) =>
      polygon(
        [
          [176 + i * 186, 710],
          [226 + i * 186, 710],
          [290 + i * 186, 900],
          [110 + i * 186, 900],
        ],
        '#f0c465',
        'opacity="0.10"',
      ),
    ) +
    rect(700, 560, 90, 150, INK) +
    many(3, (i) => circle(640 + i * 130, 790, 6, '#f0c465'))
  );
}

function serverRoom(): string {
  const rack = (i: number, left: boolean): string => {
    const far = 1 - i * 0.17;
    const x = left ? 800 - 760 * far : 800 + 470 * far;
    const width = 250 * far;
    const height = 760 * far;
    const y = 450 - height / 2;
    const lights = many(13, (k) => {
      const amber = left && i === 1 && k === 6;
      return (
        rect(x + width * 0.1, y + height * (0.05 + k * 0.07), width * 0.62, height * 0.045, '#0c1426') +
        circle(
          x + width * 0.82,
          y + height * (0.073 + k * 0.07),
          amber ? 17 * far : 5 * far,
          amber ? '#f5a623' : '#5fb3a4',
        )
      );
    });
    return rect(x, y, width, height, i % 2 ? '#22344f' : '#1b2b45') + lights;
  };
  return (
    rect(0, 0, 1600, 900, '#0e182c') +
    polygon(
      [
        [0, 900],
        [560, 520],
        [1040, 520],
        [1600, 900],
      ],
      '#1a2740',
    ) +
    polygon(
      [
        [0, 0],
        [560, 380],
        [1040, 380],
        [1600, 0],
      ],
      '#131f36',
    ) +
    many(5, (i) =>
      polygon(
        [
          [760 - i * 90, 60 + i * 4],
          [840 + i * 90, 60 + i * 4],
          [830 + i * 90, 74 + i * 6],
          [770 - i * 90, 74 + i * 6],
        ],
        '#dfeae6',
        `opacity="${0.5 - i * 0.08}"`,
      ),
    ) +
    rect(690, 380, 220, 150, '#0a1222') +
    many(4, (i) => rack(3 - i, true) + rack(3 - i, false)) +
    circle(320, 455, 130, '#f5a623', 'opacity="0.12"')
  );
}

function saltingsFlood(): string {
  const terrace = many(9, (i) =>
    house(-30 + i * 186, 300, 172, 330, i % 2 ? '#8d4a35' : '#9c5a40', '#3a3a46', '#e8c67a'),
  );
  return (
    sky(['#8f9fa6', '#a8b3b4', '#c3c6bf'], 640) +
    terrace +
    many(9, (i) => rect(34 + i * 186, 470, 46, 170, i % 3 ? '#2f5b5b' : '#2d3c5a')) +
    water(560, ['#8a8a72', '#7a7d68', '#6a7060', '#575f55'], '#cfd3c4') +
    many(9, (i) => rect(-30 + i * 186, 566, 172, 46, '#5f4a3c', 'opacity="0.5"')) +
    many(
      16,
      (i) =>
        `<ellipse cx="${360 + (i % 6) * 74}" cy="${760 - Math.floor(i / 6) * 34}" rx="46" ry="21" fill="${i % 2 ? SAND : '#cbb487'}" stroke="${INK}" stroke-width="2"/>`,
    ) +
    polygon(
      [
        [1010, 716],
        [1330, 716],
        [1290, 778],
        [1050, 778],
      ],
      BRICK,
    ) +
    rect(1150, 640, 26, 80, '#26334c') +
    circle(1163, 622, 22, '#c98f6b') +
    line([1176, 660], [1236, 790], '#54423a', 9) +
    line([120, 300], [120, 690], INK, 9) +
    polygon(
      [
        [96, 300],
        [144, 300],
        [134, 262],
        [106, 262],
      ],
      INK,
    ) +
    circle(120, 282, 12, '#f2d68a')
  );
}

function kestrelPoint(): string {
  return (
    sky(['#7fa0a8', '#a7bdb9', '#d8d5bd', '#f0dfb5'], 600) +
    circle(420, 400, 90, '#faedc8') +
    polygon(
      [
        [1020, 224],
        [0, 90],
        [0, 300],
      ],
      '#fff6d8',
      'opacity="0.55"',
    ) +
    water(590, [FOAM, SEA, '#457676', '#2f5c63'], CREAM) +
    path('M 760 900 L 820 640 Q 900 560 1010 566 L 1240 560 Q 1360 590 1440 660 L 1600 700 L 1600 900 Z', '#4b5648') +
    path(
      'M 820 640 Q 900 560 1010 566 L 1240 560 Q 1360 590 1440 660 L 1380 650 Q 1240 600 1010 606 Q 900 610 820 640 Z',
      '#7d8a5c',
    ) +
    polygon(
      [
        [986, 570],
        [1010, 270],
        [1110, 270],
        [1134, 570],
      ],
      CREAM,
    ) +
    many(3, (i) =>
      polygon(
        [
          [991 + i * 6, 506 - i * 92],
          [1129 - i * 6, 506 - i * 92],
          [1124 - i * 7, 456 - i * 92],
          [997 + i * 7, 456 - i * 92],
        ],
        BRICK,
      ),
    ) +
    rect(996, 254, 128, 18, INK) +
    rect(1020, 190, 80, 66, '#f7dc8f') +
    many(4, (i) => line([1020 + i * 26, 190], [1020 + i * 26, 256], INK, 5)) +
    path('M 1010 192 Q 1060 120 1110 192 Z', BRICK) +
    rect(1056, 116, 8, 30, INK) +
    house(1180, 500, 130, 84, CREAM, '#5a4a45') +
    many(7, (i) => gull(240 + i * 92, 200 + ((i * 67) % 150), 18 + (i % 3) * 8)) +
    many(6, (i) =>
      path(
        `M ${720 + i * 26} ${690 + i * 34} q 40 -26 80 0`,
        'none',
        `stroke="${CREAM}" stroke-width="7" opacity="0.8"`,
      ),
    )
  );
}

function fishMarket(): string {
  const stall = (i: number): string => {
    const x = 40 + i * 400;
    const stripes = many(7, (k) =>
      polygon(
        [
          [x + k * 50, 330],
          [x + 50 + k * 50, 330],
          [x + 44 + k * 51, 420],
          [x - 6 + k * 51, 420],
        ],
        k % 2 ? CREAM : ([BRICK, '#2f6f73', SLATE, '#b3702e'][i] ?? BRICK),
      ),
    );
    return (
      line([x + 10, 410], [x + 10, 700], INK, 10) +
      line([x + 340, 410], [x + 340, 700], INK, 10) +
      rect(x - 6, 590, 362, 110, '#6b4a34') +
      stripes +
      many(
        7,
        (k) =>
          `<g transform="translate(${x + 40 + k * 46} ${584 - (k % 2) * 12})"><ellipse rx="30" ry="10" fill="${k % 2 ? '#b9c8c6' : '#8fa9ae'}"/><polygon points="26,0 44,-10 44,10" fill="#8fa9ae"/><circle cx="-18" cy="-2" r="2.5" fill="${INK}"/></g>`,
      )
    );
  };
  return (
    sky(['#33475f', '#6d7480', '#d29a73', '#f0c48c'], 470) +
    hills(470, 20, '#52606a') +
    many(5, (i) => house(120 + i * 300, 380, 120, 100, '#6a5450', INK)) +
    rect(0, 470, 1600, 430, '#7b7468') +
    many(28, (i) => rect((i * 173) % 1600, 720 + ((i * 41) % 170), 120, 5, '#9b9384', 'opacity="0.7"')) +
    many(4, stall) +
    many(
      9,
      (i) =>
        rect(
          90 + i * 168,
          760 - (i % 2) * 24,
          120,
          72,
          i % 2 ? '#c99a54' : '#b88645',
          `stroke="${INK}" stroke-width="4"`,
        ) + line([90 + i * 168, 790 - (i % 2) * 24], [210 + i * 168, 790 - (i % 2) * 24], INK, 3),
    ) +
    many(
      4,
      (i) => circle(210 + i * 400, 470, 17, '#ffe6a3') + circle(210 + i * 400, 470, 56, '#ffe6a3', 'opacity="0.22"'),
    ) +
    gull(700, 210, 28, CREAM) +
    gull(790, 170, 20, CREAM)
  );
}

function councilChamber(): string {
  const bench = (i: number): string => {
    const y = 520 + i * 90;
    const inset = 300 - i * 90;
    return (
      path(
        `M ${inset} ${y} Q 800 ${y + 100} ${1600 - inset} ${y} L ${1600 - inset} ${y + 62} Q 800 ${y + 166} ${inset} ${y + 62} Z`,
        i % 2 ? '#6f3f2c' : '#85503a',
      ) +
      many(9, (k) =>
        rect(
          inset + 60 + (k * (1480 - 2 * inset)) / 9,
          y + 8 + (4 - Math.abs(4 - k)) * 11,
          52,
          40,
          '#2c5150',
          'rx="8"',
        ),
      )
    );
  };
  return (
    rect(0, 0, 1600, 900, '#c9b58c') +
    many(9, (i) => rect(i * 190, 0, 14, 470, '#b39d72')) +
    many(6, (i) =>
      path(`M ${90 + i * 270} 400 V 170 q 60 -90 120 0 V 400 Z`, i === 2 || i === 3 ? '#c9b58c' : '#e9e2c9'),
    ) +
    rect(560, 90, 480, 380, '#7c4a35') +
    rect(590, 120, 420, 330, '#8f5b43') +
    path('M 720 160 H 880 V 270 Q 880 350 800 390 Q 720 350 720 270 Z', INK) +
    path('M 740 180 H 860 V 230 H 740 Z', OCHRE) +
    path('M 746 300 q 27 -24 54 0 q 27 -24 54 0', 'none', `stroke="${CREAM}" stroke-width="10"`) +
    path('M 752 330 q 24 -20 48 0 q 24 -20 48 0', 'none', `stroke="${CREAM}" stroke-width="8"`) +
    rect(660, 430, 280, 90, '#5b3324') +
    rect(760, 370, 80, 80, '#6f1f1f', 'rx="10"') +
    rect(0, 470, 1600, 430, '#8d2f2a') +
    many(5, bench)
  );
}

function marshLane(): string {
  const mast = (x: number): string =>
    line([x, 120], [x, 560], '#26344e', 14) +
    rect(x - 70, 70, 140, 64, '#26344e') +
    many(8, (k) => circle(x - 52 + (k % 4) * 35, 88 + Math.floor(k / 4) * 28, 11, '#fff3c9')) +
    polygon(
      [
        [x - 70, 130],
        [x + 70, 130],
        [x + (800 - x) * 0.7 + 260, 700],
        [x + (800 - x) * 0.7 - 260, 700],
      ],
      '#fff3c9',
      'opacity="0.13"',
    );
  return (
    sky(['#0f1b33', '#1b2b49', '#2d4263'], 520) +
    rect(0, 400, 1600, 150, '#3a2f33') +
    many(150, (i) =>
      circle(
        (i * 107) % 1600,
        420 + ((i * 37) % 120),
        9,
        [CREAM, OCHRE, '#2f6f73', BRICK, SLATE][i % 5] ?? CREAM,
        'opacity="0.8"',
      ),
    ) +
    rect(0, 372, 1600, 34, '#20293d') +
    polygon(
      [
        [0, 550],
        [1600, 550],
        [1600, 900],
        [0, 900],
      ],
      '#3c7a52',
    ) +
    many(6, (i) =>
      polygon(
        [
          [i * 290 - 60, 900],
          [i * 290 + 90, 900],
          [460 + i * 136, 550],
          [392 + i * 136, 550],
        ],
        '#468a5d',
      ),
    ) +
    path('M 540 640 H 1060 M 800 640 V 550', 'none', `stroke="${CREAM}" stroke-width="6"`) +
    `<ellipse cx="800" cy="900" rx="330" ry="120" fill="none" stroke="${CREAM}" stroke-width="7"/>` +
    path('M 620 640 V 520 H 980 V 640', 'none', `stroke="${CREAM}" stroke-width="11"`) +
    many(11, (i) => line([630 + i * 34, 522], [630 + i * 34, 636], CREAM, 1.5, 'opacity="0.6"')) +
    [120, 470, 1130, 1480].map(mast).join('') +
    [
      [480, 720, BRICK],
      [700, 760, CREAM],
      [1010, 742, BRICK],
      [1190, 700, CREAM],
    ]
      .map(
        ([x, y, c]) =>
          `${circle(Number(x), Number(y) - 76, 17, '#8a5a3c')}${rect(Number(x) - 20, Number(y) - 58, 40, 56, String(c), 'rx="9"')}${rect(Number(x) - 18, Number(y) - 4, 14, 56, INK)}${rect(Number(x) + 5, Number(y) - 4, 14, 56, INK)}`,
      )
      .join('') +
    circle(846, 812, 16, CREAM, `stroke="${INK}" stroke-width="3"`)
  );
}

function regatta(): string {
  const boat = (x: number, y: number, size: number, sail: string): string =>
    polygon(
      [
        [x, y - size * 2.3],
        [x, y - 8],
        [x + size, y - 8],
      ],
      sail,
    ) +
    polygon(
      [
        [x - 8, y - size * 2],
        [x - 8, y - 8],
        [x - size * 0.72, y - 8],
      ],
      CREAM,
    ) +
    line([x - 4, y - size * 2.4], [x - 4, y], INK, size / 16) +
    path(
      `M ${x - size} ${y} L ${x + size * 1.1} ${y} Q ${x + size * 0.7} ${y + size * 0.36} ${x} ${y + size * 0.36} Q ${x - size * 0.7} ${y + size * 0.36} ${x - size} ${y} Z`,
      INK,
    ) +
    rect(x - size, y + size * 0.4, size * 2, 5, CREAM, 'opacity="0.6"');
  return (
    sky(['#9dbcc4', '#bfd2cf', '#e4e0c8'], 440) +
    path('M 120 150 q 60 -60 140 -20 q 70 -60 150 10 q 80 10 70 60 H 90 q -20 -40 30 -50 Z', CREAM, 'opacity="0.9"') +
    path('M 1010 110 q 60 -50 130 -10 q 90 -40 140 30 q 60 10 50 44 H 960 q -10 -44 50 -64 Z', CREAM, 'opacity="0.9"') +
    hills(440, 36, '#6c8b76') +
    hills(462, 18, '#54755f') +
    water(470, [FOAM, '#7fb0a8', SEA, '#41757c'], CREAM) +
    boat(300, 530, 66, OCHRE) +
    boat(1320, 520, 60, BRICK) +
    boat(960, 560, 84, SLATE) +
    boat(560, 650, 128, BRICK) +
    boat(1180, 730, 160, OCHRE) +
    circle(820, 760, 30, '#e2603f') +
    polygon(
      [
        [806, 738],
        [834, 738],
        [820, 670],
      ],
      '#e2603f',
    ) +
    gull(700, 200, 26) +
    gull(780, 240, 20)
  );
}

function ruskBakery(): string {
  const loaf = (x: number, y: number, round: boolean): string =>
    round
      ? `<ellipse cx="${x}" cy="${y}" rx="52" ry="36" fill="#b9763a"/><path d="M ${x - 26} ${y - 14} l 52 0 M ${x} ${y - 30} l 0 40" stroke="#e8c28a" stroke-width="6"/>`
      : `<ellipse cx="${x}" cy="${y + 6}" rx="76" ry="26" fill="#c98a47"/>${many(4, (k) => `<path d="M ${x - 48 + k * 28} ${y - 8} l 18 22" stroke="#edd0a0" stroke-width="6"/>`)}`;
  return (
    rect(0, 0, 1600, 900, '#7d8f8c') +
    many(70, (i) =>
      rect(
        (i % 10) * 160 + (Math.floor(i / 10) % 2) * 80 - 80,
        Math.floor(i / 10) * 44,
        152,
        38,
        i % 3 ? '#8b5240' : '#97604c',
      ),
    ) +
    rect(130, 170, 1340, 110, '#1f3d3d') +
    `<text x="800" y="250" text-anchor="middle" font-family="Georgia, serif" font-weight="700" font-size="84" letter-spacing="14" fill="${OCHRE}">RUSK BAKERY</text>` +
    rect(150, 300, 940, 460, '#f6dfa8') +
    rect(150, 300, 940, 460, 'none', `stroke="#1f3d3d" stroke-width="22"`) +
    line([620, 300], [620, 760], '#1f3d3d', 14) +
    [430, 570, 720]
      .map(
        (y, row) => rect(170, y, 900, 16, '#7a5231') + many(6, (k) => loaf(250 + k * 150, y - 34, (k + row) % 2 === 0)),
      )
      .join('') +
    rect(1150, 300, 290, 560, '#1f3d3d') +
    rect(1186, 340, 218, 300, '#f6dfa8') +
    circle(1400, 690, 13, OCHRE) +
    rect(1230, 420, 130, 70, CREAM) +
    `<text x="1295" y="468" text-anchor="middle" font-family="Georgia, serif" font-size="38" fill="${INK}">OPEN</text>` +
    many(14, (i) =>
      polygon(
        [
          [130 + i * 96, 280],
          [226 + i * 96, 280],
          [216 + i * 96, 356],
          [140 + i * 96, 356],
        ],
        i % 2 ? CREAM : BRICK,
      ),
    ) +
    rect(0, 860, 1600, 40, '#4b4f52')
  );
}

function centralLibrary(): string {
  const window = (i: number): string =>
    path(`M ${130 + i * 350} 560 V 190 q 120 -150 240 0 V 560 Z`, '#f5e7bd') +
    many(4, (k) => line([130 + i * 350 + k * 80, 110], [130 + i * 350 + k * 80, 560], '#7b5a3d', 7)) +
    line([130 + i * 350, 300], [370 + i * 350, 300], '#7b5a3d', 7) +
    line([130 + i * 350, 430], [370 + i * 350, 430], '#7b5a3d', 7) +
    polygon(
      [
        [130 + i * 350, 560],
        [370 + i * 350, 560],
        [520 + i * 350, 900],
        [220 + i * 350, 900],
      ],
      '#fff3c9',
      'opacity="0.22"',
    );
  const lamp = (x: number, y: number): string =>
    path(`M ${x - 46} ${y} q 46 -60 92 0 Z`, '#2f6f5a') +
    line([x, y], [x, y + 56], OCHRE, 8) +
    circle(x, y + 20, 60, '#ffe9ae', 'opacity="0.25"');
  return (
    rect(0, 0, 1600, 900, '#8c6a49') +
    many(4, window) +
    many(
      3,
      (i) =>
        rect(392 + i * 350, 140, 66, 430, '#5e4129') +
        many(24, (k) =>
          rect(
            398 + i * 350 + (k % 4) * 14,
            150 + Math.floor(k / 4) * 70,
            11,
            58,
            [BRICK, SLATE, OCHRE, '#2f6f5a', CREAM][(k * 7 + i) % 5] ?? CREAM,
          ),
        ),
    ) +
    rect(0, 570, 1600, 330, '#a98358') +
    many(
      3,
      (i) =>
        rect(80 + i * 520, 650, 420, 26, '#5e3a22') +
        rect(110 + i * 520, 676, 18, 150, '#5e3a22') +
        rect(450 + i * 520, 676, 18, 150, '#5e3a22') +
        lamp(190 + i * 520, 590) +
        lamp(390 + i * 520, 590) +
        rect(250 + i * 520, 636, 80, 14, CREAM),
    ) +
    many(6, (i) => rect(130 + i * 262, 716, 66, 100, '#3d2a1c', 'rx="8"')) +
    circle(560, 640, 26, '#7a4e35') +
    path('M 524 716 q 36 -80 72 0 Z', SLATE)
  );
}

function stBrannocks(): string {
  const van = (x: number): string =>
    rect(x, 640, 270, 130, CREAM, 'rx="14"') +
    polygon(
      [
        [x + 270, 690],
        [x + 330, 716],
        [x + 330, 770],
        [x + 270, 770],
      ],
      CREAM,
    ) +
    rect(x, 700, 330, 26, OCHRE) +
    rect(x + 110, 656, 16, 40, '#2f7a5a') +
    rect(x + 98, 668, 40, 16, '#2f7a5a') +
    polygon(
      [
        [x + 274, 694],
        [x + 318, 714],
        [x + 274, 714],
      ],
      SLATE,
    ) +
    circle(x + 66, 774, 30, INK) +
    circle(x + 262, 774, 30, INK) +
    rect(x + 190, 626, 40, 16, '#3f78c0');
  return (
    sky(['#a9bcc2', '#c6cfcb', '#e2ddc9'], 620) +
    rect(180, 190, 1240, 470, '#b9654a') +
    many(
      32,
      (i) =>
        rect(220 + (i % 8) * 150, 230 + Math.floor(i / 8) * 98, 92, 62, (i * 5) % 7 === 0 ? '#f4dc95' : '#37506a') +
        rect(220 + (i % 8) * 150, 292 + Math.floor(i / 8) * 98, 92, 7, CREAM),
    ) +
    rect(150, 170, 1300, 26, '#3b4352') +
    rect(630, 90, 340, 90, '#3b4352') +
    rect(776, 106, 48, 60, CREAM) +
    rect(770, 122, 60, 26, CREAM) +
    rect(590, 470, 420, 190, '#e7dcc4') +
    rect(560, 440, 480, 34, '#2f7a5a') +
    many(4, (i) => rect(620 + i * 92, 510, 72, 150, '#4b6a80')) +
    rect(0, 660, 1600, 240, '#767b80') +
    many(8, (i) => rect(40 + i * 210, 846, 120, 10, CREAM, 'opacity="0.7"')) +
    van(120) +
    van(1080) +
    many(5, (i) => line([520 + i * 140, 640], [520 + i * 140, 690], INK, 8))
  );
}

function boatyard(): string {
  const rib = (i: number): string =>
    path(
      `M ${390 + i * 82} ${440 - Math.abs(5 - i) * 9} Q ${384 + i * 82} ${640} ${470 + i * 64} ${650}`,
      'none',
      `stroke="#6d4526" stroke-width="12"`,
    );
  return (
    rect(0, 0, 1600, 900, '#8f7a5d') +
    many(16, (i) => line([i * 104, 0], [i * 104, 620], '#7b674c', 8)) +
    polygon(
      [
        [0, 0],
        [1600, 0],
        [1600, 60],
        [800, 10],
        [0, 60],
      ],
      '#4f3f30',
    ) +
    path('M 1090 110 H 1510 V 420 H 1090 Z', '#cfe0dc') +
    path('M 1090 330 Q 1300 300 1510 330 V 420 H 1090 Z', SEA) +
    line([1300, 110], [1300, 420], '#4f3f30', 12) +
    line([1090, 260], [1510, 260], '#4f3f30', 10) +
    rect(0, 620, 1600, 280, '#6b5743') +
    many(40, (i) =>
      path(
        `M ${(i * 193) % 1600} ${660 + ((i * 67) % 220)} q 14 -12 28 0 q -8 12 -20 8`,
        'none',
        `stroke="#d9b98a" stroke-width="4"`,
      ),
    ) +
    path('M 270 400 Q 420 470 820 470 Q 1180 460 1330 360 Q 1260 600 1060 660 H 520 Q 340 600 270 400 Z', '#b57a42') +
    many(5, (i) =>
      path(
        `M ${290 + i * 26} ${450 + i * 38} Q 820 ${520 + i * 34} ${1296 - i * 44} ${430 + i * 42}`,
        'none',
        `stroke="#8a5526" stroke-width="6"`,
      ),
    ) +
    many(11, rib) +
    path('M 262 392 Q 420 466 820 466 Q 1186 456 1342 348', 'none', 'stroke="#5d3717" stroke-width="18"') +
    [430, 800, 1130]
      .map((x) =>
        polygon(
          [
            [x - 70, 800],
            [x - 40, 800],
            [x, 650],
            [x + 40, 800],
            [x + 70, 800],
            [x + 14, 620],
            [x - 14, 620],
          ],
          '#3f3024',
        ),
      )
      .join('') +
    circle(1410, 560, 30, '#a87452') +
    path('M 1360 760 V 640 q 50 -70 100 0 V 760 Z', '#2f5b5b') +
    line([1370, 660], [1300, 560], '#a87452', 20) +
    rect(1270, 534, 60, 22, '#54423a')
  );
}

function gannetBank(): string {
  const turbine = (x: number, y: number, size: number, turn: number): string =>
    polygon(
      [
        [x - size * 0.05, y],
        [x + size * 0.05, y],
        [x + size * 0.025, y - size],
        [x - size * 0.025, y - size],
      ],
      CREAM,
    ) +
    many(
      3,
      (k) =>
        `<g transform="rotate(${turn + k * 120} ${x} ${y - size})"><path d="M ${x} ${y - size} q ${size * 0.07} ${-size * 0.3} 0 ${-size * 0.62} q ${-size * 0.05} ${size * 0.3} 0 ${size * 0.62}" fill="${CREAM}"/></g>`,
    ) +
    circle(x, y - size, size * 0.04, INK) +
    rect(x - size * 0.07, y - 10, size * 0.14, 18, OCHRE);
  return (
    sky(['#48657a', '#7793a0', '#b9c1b6', '#ecd3a0'], 560) +
    circle(300, 500, 80, '#f9e7b9') +
    path('M 700 170 q 90 -60 180 -8 q 120 -40 170 30 q 80 10 60 44 H 650 q -20 -50 50 -66 Z', CREAM, 'opacity="0.35"') +
    water(560, ['#b3b59f', '#6f9092', '#4a7480', '#2f5465'], '#f4e3b4') +
    turbine(640, 572, 150, 20) +
    turbine(840, 574, 160, 70) +
    turbine(470, 574, 140, 95) +
    turbine(1060, 590, 240, 40) +
    turbine(300, 600, 230, 10) +
    turbine(1360, 640, 440, 75) +
    turbine(720, 650, 330, 100) +
    path('M 960 760 L 1210 760 L 1180 800 Q 1080 816 990 800 Z', BRICK) +
    rect(1020, 712, 100, 50, CREAM) +
    rect(1034, 724, 26, 18, INK) +
    rect(1074, 724, 26, 18, INK) +
    many(4, (i) => gull(240 + i * 70, 250 + ((i * 47) % 80), 22))
  );
}

function northsideTram(): string {
  return (
    sky(['#44546a', '#6b7684', '#9d9a94'], 650) +
    many(8, (i) =>
      house(
        -20 + i * 210,
        250 - (i % 3) * 30,
        190,
        400,
        ['#7b4a3a', '#8a6a4c', '#5d5a63'][i % 3] ?? BRICK,
        INK,
        '#f4dc95',
      ),
    ) +
    rect(0, 640, 1600, 260, '#3d454e') +
    many(60, (i) =>
      line(
        [(i * 137) % 1600, (i * 83) % 620],
        [((i * 137) % 1600) - 10, ((i * 83) % 620) + 40],
        '#c9d3d6',
        2,
        'opacity="0.35"',
      ),
    ) +
    [700, 740, 850, 890].map((y) => rect(0, y, 1600, 7, '#8f989c')).join('') +
    rect(430, 300, 780, 390, '#1f5b52', 'rx="40"') +
    rect(430, 470, 780, 60, CREAM) +
    many(6, (i) => rect(470 + i * 120, 346, 96, 110, '#f6e2a5', 'rx="10"')) +
    rect(770, 346, 96, 320, '#15433c', 'rx="8"') +
    rect(560, 244, 420, 58, INK, 'rx="12"') +
    `<text x="770" y="287" text-anchor="middle" font-family="Georgia, serif" font-weight="700" font-size="40" fill="${OCHRE}">NORTHSIDE</text>` +
    circle(470, 600, 24, '#fff0c0') +
    circle(1170, 600, 24, '#fff0c0') +
    circle(470, 600, 66, '#fff0c0', 'opacity="0.2"') +
    rect(520, 690, 140, 40, INK) +
    rect(980, 690, 140, 40, INK) +
    line([770, 244], [860, 110], INK, 9) +
    line([0, 100], [1600, 116], INK, 5) +
    many(22, (i) =>
      rect(430 + ((i * 97) % 780), 740 + ((i * 31) % 150), 26, 60, i % 2 ? '#f6e2a5' : '#2c7a6d', 'opacity="0.20"'),
    ) +
    circle(1350, 610, 24, '#8a5a3c') +
    path('M 1312 780 V 660 q 38 -50 76 0 V 780 Z', BRICK) +
    path('M 1240 560 q 110 -120 220 0 Z', INK) +
    line([1350, 500], [1350, 640], INK, 7)
  );
}

function assemblyTheatre(): string {
  const fold = (x: number, width: number, i: number): string =>
    path(
      `M ${x} 110 Q ${x + width / 2} 150 ${x + width} 110 V 690 Q ${x + width / 2} 720 ${x} 690 Z`,
      i % 2 ? '#8e1f22' : '#a92b2b',
    );
  return (
    rect(0, 0, 1600, 900, '#2a1420') +
    rect(180, 80, 1240, 640, '#1a1c30') +
    polygon(
      [
        [800, 90],
        [520, 690],
        [1080, 690],
      ],
      '#f8e7b0',
      'opacity="0.5"',
    ) +
    rect(200, 660, 1200, 60, '#6d4a2f') +
    many(10, (i) => line([200 + i * 130, 660], [140 + i * 142, 720], '#543720', 4)) +
    line([800, 330], [800, 660], INK, 14) +
    polygon(
      [
        [762, 330],
        [838, 330],
        [822, 250],
        [778, 250],
      ],
      INK,
    ) +
    rect(780, 262, 40, 60, '#fff0b8') +
    circle(800, 292, 84, '#fff0b8', 'opacity="0.35"') +
    circle(910, 476, 27, '#7b5138') +
    path('M 868 660 V 530 q 42 -60 84 0 V 660 Z', SLATE) +
    line([880, 540], [812, 420], '#3b4a5d', 18) +
    line([812, 420], [800, 330], '#54423a', 7) +
    many(5, (i) => fold(150 + i * 66, 72, i)) +
    many(5, (i) => fold(1120 + i * 66, 72, i)) +
    path(
      'M 120 60 H 1480 V 150 Q 1360 230 1240 150 Q 1120 230 1000 150 Q 900 220 800 150 Q 700 220 600 150 Q 480 230 360 150 Q 240 230 120 150 Z',
      '#b5332f',
    ) +
    path('M 120 60 H 1480 V 86 H 120 Z', OCHRE) +
    rect(110, 40, 60, 700, '#c49a4a') +
    rect(1430, 40, 60, 700, '#c49a4a') +
    many(26, (i) => circle(30 + i * 64, 846 + (i % 2) * 26, 40, '#120b16')) +
    many(26, (i) => rect(-6 + i * 64, 860 + (i % 2) * 26, 72, 80, '#1c1019', 'rx="26"'))
  );
}

function allotments(): string {
  const shed = (x: number, y: number, size: number, wall: string): string =>
    rect(x, y, size, size * 0.8, wall) +
    polygon(
      [
        [x - 12, y],
        [x + size / 2, y - size * 0.4],
        [x + size + 12, y],
      ],
      '#3f4650',
    ) +
    rect(x + size * 0.36, y + size * 0.26, size * 0.28, size * 0.54, INK) +
    polygon(
      [
        [x - 12, y],
        [x + size / 2, y - size * 0.4],
        [x + size / 2, y - size * 0.34],
        [x, y + 4],
      ],
      CREAM,
    );
  return (
    sky(['#b9c9d0', '#d3d9d3', '#efe6d0'], 430) +
    circle(1240, 300, 62, '#fbeecb') +
    hills(430, 26, '#8fa39a') +
    many(
      10,
      (i) => circle(80 + i * 170, 420, 44 + (i % 3) * 14, '#7d8f86') + rect(76 + i * 170, 430, 8, 60, '#5b5148'),
    ) +
    rect(0, 470, 1600, 430, '#b7bfae') +
    many(
      7,
      (i) =>
        polygon(
          [
            [i * 260 - 140, 900],
            [i * 260 + 40, 900],
            [440 + i * 118, 500],
            [380 + i * 118, 500],
          ],
          i % 2 ? '#6d5a45' : '#7b6850',
        ) +
        many(9, (k) =>
          circle(
            i * 260 - 50 + (9 - k) * 0 + (k * (465 + i * 118 - (i * 260 - 50))) / 9,
            880 - k * 42,
            15 - k,
            k % 2 ? '#5c7a54' : '#a9bda0',
          ),
        ),
    ) +
    shed(170, 500, 190, '#6f7f73') +
    shed(1120, 480, 210, '#8b5a44') +
    shed(760, 470, 120, '#56697a') +
    many(7, (i) => line([560 + i * 26, 640], [590 + i * 20, 500], '#6b4a2c', 6)) +
    many(60, (i) => circle((i * 211) % 1600, 520 + ((i * 97) % 370), 3.4, CREAM)) +
    line([960, 760], [1040, 600], '#6b4a2c', 11) +
    polygon(
      [
        [930, 800],
        [980, 800],
        [976, 748],
        [944, 744],
      ],
      SLATE,
    ) +
    gull(420, 200, 20) +
    gull(480, 230, 16)
  );
}
