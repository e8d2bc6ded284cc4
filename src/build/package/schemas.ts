import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeKeys } from '../../newsroom/keys/describe-keys.ts';
import { jsonSchemaOf } from '../../newsroom/keys/json-schema.ts';

/**
 * Writes the JSON Schema of each kind of file, which newsrooms' editors read: `site.json`.
 *
 * @param folder Absolute path.
 */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of describeKeys())
    writeFileSync(join(folder, `${file.kind}.json`), JSON.stringify(jsonSchemaOf(file)));
}
