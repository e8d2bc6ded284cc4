import type { CompatData, CompatStatement, SimpleSupportStatement } from '@mdn/browser-compat-data';
import { featureAt, pathsOfProbes } from './probes.ts';

/**
 * What a baseline is derived from, of all that MDN's data has: the browsers with their releases, and what is said of the features that a
 * condition can ask for. It is a tenth of the whole, and may stand in its place.
 */
export function neededData(data: CompatData): object {
  const css = {};
  for (const path of pathsOfProbes(data)) {
    const compat = featureAt(data, path);
    if (compat) put(css, path.split('.'), { __compat: neededOf(compat) });
  }
  const supports = data.api['CSS']?.['supports_static']?.__compat;
  const browsers = Object.entries(data.browsers).map(([id, { name, releases }]) => [
    id,
    { name, releases: neededReleases(releases) },
  ]);
  return {
    __meta: data.__meta,
    browsers: Object.fromEntries(browsers),
    css,
    api: { CSS: { supports_static: { __compat: supports && neededOf(supports) } } },
  };
}

function neededReleases(releases: CompatData['browsers']['chrome']['releases']): object {
  const needed = Object.entries(releases).map(([version, { status, release_date, engine, engine_version }]) => [
    version,
    { status, release_date, engine, engine_version },
  ]);
  return Object.fromEntries(needed);
}

function neededOf({ support, status }: CompatStatement): object {
  const needed = Object.entries(support).map(([browser, said]) => [
    browser,
    Array.isArray(said) ? said.map(withoutNotes) : withoutNotes(said as SimpleSupportStatement),
  ]);
  return { support: Object.fromEntries(needed), status };
}

/** What people read about it is left out. */
function withoutNotes({ notes, impl_url, ...statement }: SimpleSupportStatement): object {
  return statement;
}

function put(tree: object, [name = '', ...rest]: readonly string[], value: object): void {
  const branches = tree as Record<string, object>;
  branches[name] ??= {};
  if (rest.length === 0) Object.assign(branches[name], value);
  else put(branches[name], rest, value);
}
