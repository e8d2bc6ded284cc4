import type { CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data';

/** A feature that a condition can ask for. */
export interface Probe {
  readonly condition: string;
  /** All that a browser must have to meet it. */
  readonly features: readonly CompatStatement[];
}

/** Values and selectors that a browser knows or not, by their place in the CSS part of MDN's data. Properties come from there themselves. */
const VALUES: Readonly<Record<string, string>> = {
  'properties.display.flow-root': '(display:flow-root)',
  'properties.display.contents': '(display:contents)',
  'properties.overflow.clip': '(overflow:clip)',
  'properties.position.sticky': '(position:sticky)',
  'properties.text-wrap.balance': '(text-wrap:balance)',
  'properties.text-wrap.pretty': '(text-wrap:pretty)',
  'properties.width.fit-content': '(width:fit-content)',
  'properties.width.stretch': '(width:stretch)',
  'properties.grid-template-columns.subgrid': '(grid-template-columns:subgrid)',
  'properties.content-visibility.auto': '(content-visibility:auto)',
  'properties.list-style-type.string': '(list-style-type:"a")',
  'types.length.viewport_percentage_units_dynamic': '(height:1dvh)',
  'types.length.cap': '(height:1cap)',
  'types.length.lh': '(height:1lh)',
  'types.length.rlh': '(height:1rlh)',
  'types.length.rcap': '(height:1rcap)',
  'types.length.container_query_length_units': '(height:1cqw)',
  'types.clamp': '(width:clamp(1px,1px,1px))',
  'types.min': '(width:min(1px,1px))',
  'types.round': '(width:round(1px,1px))',
  'types.sin': '(width:calc(1px*sin(1)))',
  'types.abs': '(width:calc(1px*abs(1)))',
  'types.exp': '(width:calc(1px*exp(1)))',
  'types.color.color': '(color:color(srgb 1 1 1))',
  'types.color.color-mix': '(color:color-mix(in srgb,red,red))',
  'types.color.hwb': '(color:hwb(1 1% 1%))',
  'types.color.lab': '(color:lab(1% 1 1))',
  'types.color.oklch': '(color:oklch(1% 1 1))',
  'types.color.light-dark': '(color:light-dark(red,red))',
  'types.gradient.conic-gradient': '(background:conic-gradient(red,red))',
  'types.image.image-set': '(background:image-set("a" 1x))',
  'selectors.nesting': 'selector(&)',
  'selectors.has': 'selector(:has(a))',
  'selectors.is': 'selector(:is(a))',
  'selectors.where': 'selector(:where(a))',
  'selectors.focus-visible': 'selector(:focus-visible)',
  'selectors.dir': 'selector(:dir(ltr))',
  'selectors.modal': 'selector(:modal)',
  'selectors.autofill': 'selector(:autofill)',
  'selectors.user-invalid': 'selector(:user-invalid)',
  'selectors.popover-open': 'selector(:popover-open)',
  'selectors.state': 'selector(:state(a))',
  'selectors.open': 'selector(:open)',
  'selectors.nth-child.of_syntax': 'selector(:nth-child(1 of a))',
  'selectors.file-selector-button': 'selector(::file-selector-button)',
  'selectors.details-content': 'selector(::details-content)',
  'selectors.target-text': 'selector(::target-text)',
  'selectors.backdrop': 'selector(::backdrop)',
};

/** Whether selectors can be asked for at all. */
const SELECTOR = 'at-rules.supports.selector';

/** What the data calls all properties that authors name themselves. */
const CUSTOM = 'custom-property';

/** Every feature that `CSS.supports()` can be asked for, with what MDN's data says of it. */
export function probesOf(data: CompatData): readonly Probe[] {
  const selector = featureAt(data, SELECTOR);
  const properties = Object.keys(data.css['properties'] ?? {}).flatMap((name) => {
    const compat = featureAt(data, `properties.${name}`);
    const isWanted = compat && isStandard(compat) && /^[a-z][a-z-]*$/.test(name) && name !== CUSTOM;
    return isWanted ? [{ condition: `(${name}:initial)`, features: [compat] }] : [];
  });
  const values = Object.entries(VALUES).flatMap(([path, condition]) => {
    const compat = featureAt(data, path);
    const needed = condition.startsWith('selector') ? [compat, selector] : [compat];
    const features = needed.filter((feature) => feature !== undefined);
    return compat && isStandard(compat) && features.length === needed.length ? [{ condition, features }] : [];
  });
  return [...properties, ...values];
}

function isStandard({ status }: CompatStatement): boolean {
  return status?.standard_track === true && !status.deprecated && !status.experimental;
}

/** The paths of all that a probe asks for, within the CSS part of MDN's data. */
export function pathsOfProbes(data: CompatData): readonly string[] {
  const properties = Object.keys(data.css['properties'] ?? {}).map((name) => `properties.${name}`);
  return [...properties, ...Object.keys(VALUES), SELECTOR];
}

export function featureAt(data: CompatData, path: string): CompatStatement | undefined {
  let feature: Identifier | undefined = data.css;
  for (const name of path.split('.')) feature = feature?.[name];
  return feature?.__compat;
}

/** A probe, and how many releases of each browser it tells from the supported ones. */
export interface RatedProbe {
  readonly probe: Probe;
  readonly told: readonly number[];
}

const MOST = 3;
/** Characters, so that the gate stays within 256 bytes. */
const LONGEST = 82;
const JOINT = ' and '.length;

/** Chooses the fewest probes, three at most, that together tell the most releases; of equals those that are shortest to write. */
export function chooseProbes(rated: readonly RatedProbe[]): readonly Probe[] {
  const candidates = withoutInferior([...rated].sort(byLength));
  let best: readonly RatedProbe[] = [];
  let bestScore = -1;
  for (const set of setsOf(candidates, MOST)) {
    if (lengthOf(set) > LONGEST) continue;
    const score = scoreOf(set);
    const isBetter = score > bestScore || (score === bestScore && isShorter(set, best));
    if (isBetter) [best, bestScore] = [set, score];
  }
  return best.map(({ probe }) => probe);
}

/** Leaves out what another, which is not longer, does as well for every browser. */
function withoutInferior(rated: readonly RatedProbe[]): readonly RatedProbe[] {
  const kept: RatedProbe[] = [];
  for (const one of rated) {
    if (!kept.some((other) => one.told.every((count, index) => count <= (other.told[index] ?? 0)))) kept.push(one);
  }
  return kept;
}

function* setsOf<Item>(items: readonly Item[], most: number): Generator<readonly Item[]> {
  for (const [index, item] of items.entries()) {
    yield [item];
    if (most > 1) for (const rest of setsOf(items.slice(index + 1), most - 1)) yield [item, ...rest];
  }
}

function scoreOf(set: readonly RatedProbe[]): number {
  const browsers = set[0]?.told.keys() ?? [];
  return [...browsers].reduce((sum, browser) => sum + Math.max(...set.map(({ told }) => told[browser] ?? 0)), 0);
}

function isShorter(set: readonly RatedProbe[], other: readonly RatedProbe[]): boolean {
  return set.length < other.length || (set.length === other.length && lengthOf(set) < lengthOf(other));
}

function lengthOf(set: readonly RatedProbe[]): number {
  return set.reduce((sum, { probe }) => sum + probe.condition.length + JOINT, -JOINT);
}

function byLength({ probe: a }: RatedProbe, { probe: b }: RatedProbe): number {
  return a.condition.length - b.condition.length || (a.condition < b.condition ? -1 : 1);
}
