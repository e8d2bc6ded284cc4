import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.ts';

/** The version of an installed package, without loading it. */
export function versionOf(name: string): string {
  const description = readFileSync(join(PROJECT, 'node_modules', name, 'package.json'), 'utf8');
  return String((JSON.parse(description) as { readonly version?: unknown }).version);
}
