/** The few shapes that all pictures are made of, in one palette. */
export const INK = '#14213d';
export const SLATE = '#3d5a73';
export const SEA = '#5b8a8a';
export const FOAM = '#a9c6bd';
export const OCHRE = '#d9a441';
export const BRICK = '#a4452c';
export const CREAM = '#f4efe6';
export const SAND = '#dcc9a3';
export const DUSK = '#e7b98a';

export type Point = readonly [x: number, y: number];

export function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
}

export function circle(x: number, y: number, radius: number, fill: string, more = ''): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;
}

export function polygon(points: readonly Point[], fill: string, more = ''): string {
  return `<polygon points="${points.map((point) => point.join(',')).join(' ')}" fill="${fill}" ${more}/>`;
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(from: Point, to: Point, stroke: string, width: number, more = ''): string {
  return `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="${stroke}" stroke-width="${width}" ${more}/>`;
}

/** The same shape several times. */
export function many(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

/** A sky in flat bands, from the top down to `bottom`. */
export function sky(colours: readonly string[], bottom: number): string {
  const height = bottom / colours.length;
  return many(colours.length, (index) => rect(0, index * height, 1600, height + 1, colours[index] ?? CREAM));
}

/** Water below `top`: bands, and short strokes of light. */
export function water(top: number, colours: readonly string[], light: string): string {
  const height = (900 - top) / colours.length;
  const bands = many(colours.length, (index) => rect(0, top + index * height, 1600, height + 1, colours[index] ?? SEA));
  const strokes = many(46, (index) => {
    const y = top + 14 + ((index * 61) % (900 - top - 20));
    const x = (index * 397) % 1600;
    return rect(x, y, 40 + ((index * 53) % 120), 4, light, 'rx="2" opacity="0.55"');
  });
  return bands + strokes;
}

/** A ridge of hills along `y`. */
export function hills(y: number, swell: number, fill: string): string {
  const crest = many(
    9,
    (index) => `Q ${index * 200 + 100} ${y - swell * ((index * 7) % 4)} ${(index + 1) * 200} ${y - (index % 3) * 8} `,
  );
  return path(`M 0 ${y} ${crest} L 1600 900 L 0 900 Z`, fill);
}

/** A house with a pitched roof and windows. */
export function house(
  x: number,
  y: number,
  width: number,
  height: number,
  wall: string,
  roof: string,
  lit = OCHRE,
): string {
  const windows = many(6, (index) => {
    const column = index % 3;
    const row = Math.floor(index / 3);
    const fill = (index + Math.round(x)) % 3 === 0 ? lit : INK;
    return rect(x + width * (0.14 + column * 0.28), y + height * (0.18 + row * 0.4), width * 0.16, height * 0.2, fill);
  });
  const top = polygon(
    [
      [x - 8, y],
      [x + width / 2, y - width * 0.36],
      [x + width + 8, y],
    ],
    roof,
  );
  return (
    rect(x, y, width, height, wall) +
    top +
    rect(x + width * 0.7, y - width * 0.34, width * 0.1, width * 0.3, roof) +
    windows
  );
}

/** A gull in flight. */
export function gull(x: number, y: number, size: number, stroke = INK): string {
  return path(
    `M ${x - size} ${y} q ${size / 2} ${-size * 0.7} ${size} 0 q ${size / 2} ${-size * 0.7} ${size} 0`,
    'none',
    `stroke="${stroke}" stroke-width="${size / 7}" stroke-linecap="round"`,
  );
}

/** A whole picture, with a fine hatching over it like that of a print. */
export function picture(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(32)"><rect width="1.2" height="7" fill="${INK}"/></pattern></defs>
${content}
<rect width="${width}" height="${height}" fill="url(#hatch)" opacity="0.06"/>
</svg>`;
}
