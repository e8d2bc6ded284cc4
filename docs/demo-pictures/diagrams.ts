import { BRICK, circle, CREAM, INK, line, many, OCHRE, path, rect, SEA, SLATE } from './draw.ts';

/** The diagrams of the demo, by name: SVG that is published as it is. */
export function diagrams(): Readonly<Record<string, string>> {
  return { 'ferry-crossings': ferryCrossings(), 'flood-levels': floodLevels(), 'harbour-map': harbourMap() };
}

const FONT = 'font-family="Georgia, serif"';

function diagram(title: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675" role="img"><title>${title}</title>
<rect width="1200" height="675" fill="${CREAM}"/>
${content}
</svg>
`;
}

function label(x: number, y: number, text: string, more = 'font-size="26"'): string {
  return `<text x="${x}" y="${y}" ${FONT} fill="${INK}" ${more}>${text}</text>`;
}

function ferryCrossings(): string {
  const passengers = [412, 180, 236, 301, 344, 367, 381, 402];
  const bars = many(8, (i) => {
    const value = passengers[i] ?? 0;
    const height = value * 1.05;
    const x = 120 + i * 132;
    return (
      rect(x, 580 - height, 92, height, i === 7 ? BRICK : SLATE) +
      label(x + 46, 568 - height, String(value), 'font-size="26" font-weight="700" text-anchor="middle"') +
      label(x + 46, 620, String(2019 + i), 'font-size="26" text-anchor="middle"')
    );
  });
  return diagram(
    'Ferry passengers by year',
    `${label(60, 66, 'Ferry passengers, thousands', 'font-size="34" font-weight="700"')}${label(60, 104, '2026: January to October', 'font-size="24"')}${bars}${line([90, 580], [1150, 580], INK, 4)}`,
  );
}

function floodLevels(): string {
  const levels = [1.9, 2.1, 2.4, 2.7, 3.0, 3.4, 3.8, 4.1, 4.3, 4.24, 3.9, 3.4, 2.9, 2.5, 2.2];
  const x = (hour: number): number => 110 + hour * 72;
  const y = (level: number): number => 600 - (level - 1.5) * 165;
  const points = levels.map((level, hour) => `${x(hour)},${y(level).toFixed(0)}`).join(' ');
  const hours = many(8, (i) =>
    label(x(i * 2), 640, `${String((18 + i * 2) % 24).padStart(2, '0')}:00`, 'font-size="22" text-anchor="middle"'),
  );
  const metres = many(
    3,
    (i) =>
      line([100, y(i + 1.5 + 0.5)], [1130, y(i + 2)], '#cfc6b3', 2) +
      label(60, y(i + 2) + 8, `${i + 2} m`, 'font-size="22"'),
  );
  return diagram(
    'Level of the River Tarn in the night of 12 to 13 November',
    `${label(60, 66, 'River Tarn at the Saltings, 12–13 November', 'font-size="34" font-weight="700"')}${metres}${hours}` +
      `${line([100, y(3.2)], [1130, y(3.2)], BRICK, 4, 'stroke-dasharray="14 10"')}${label(120, y(3.2) - 14, 'Flood alert: 3.20 m', `font-size="24" font-weight="700"`)}` +
      `<polyline points="${points}" fill="none" stroke="${SLATE}" stroke-width="9" stroke-linejoin="round"/>${circle(x(8.67), y(4.31), 12, BRICK)}${label(x(8.67) - 20, y(4.31) - 24, '4.31 m at 02:40', 'font-size="26" font-weight="700" text-anchor="middle"')}`,
  );
}

function harbourMap(): string {
  return diagram(
    'Map of Tarnmouth harbour',
    rect(0, 0, 1200, 675, '#e9e2cf') +
      path(
        'M 0 260 Q 240 300 420 280 T 820 300 Q 960 300 1020 160 L 1040 0 H 1200 V 675 H 980 Q 900 520 760 470 Q 520 420 300 440 T 0 420 Z',
        '#a9c6c4',
      ) +
      path('M 560 286 L 540 430', 'none', `stroke="${BRICK}" stroke-width="16"`) +
      circle(550, 358, 17, INK) +
      many(7, (i) => rect(330 + i * 52, 470 + (i % 2) * 16, 36, 36, '#b9a684')) +
      many(8, (i) => rect(300 + i * 60, 196 - (i % 3) * 14, 40, 40, '#b9a684')) +
      many(5, (i) => rect(60 + i * 54, 470, 40, 30, '#c9a37a')) +
      path('M 720 306 Q 740 390 752 462', 'none', `stroke="${SLATE}" stroke-width="6" stroke-dasharray="12 10"`) +
      circle(1060, 470, 15, OCHRE) +
      label(360, 150, 'Northside', 'font-size="34" font-weight="700"') +
      label(360, 570, 'Old Quay', 'font-size="34" font-weight="700"') +
      label(60, 550, 'The Saltings') +
      label(590, 352, 'Swing Bridge', 'font-size="28" font-weight="700"') +
      label(764, 392, 'Ferry') +
      label(60, 360, 'River Tarn', `font-size="28" font-style="italic"`) +
      label(1062, 520, 'Kestrel Point', 'font-size="26" text-anchor="middle"') +
      label(880, 590, 'North Sea', 'font-size="34" font-style="italic"') +
      label(60, 60, 'Tarnmouth harbour', 'font-size="38" font-weight="700"') +
      line([980, 80], [980, 40], SEA, 0) +
      path('M 1120 120 l 16 -46 l 16 46 l -16 -12 Z', INK) +
      label(1136, 60, 'N', 'font-size="26" text-anchor="middle"'),
  );
}
