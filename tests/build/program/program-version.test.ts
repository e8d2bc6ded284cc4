import { expect, it } from 'vitest';
import { storyLayouts } from '../../../src/build/layouts.ts';
import { programVersion } from '../../../src/build/program/program-version.ts';

it('a program that was not compiled has one version for all layouts, for nobody knows what each imports', () => {
  const { program, layouts, allLayouts } = programVersion();

  expect(program).toMatch(/^[\w-]{16}$/);
  expect(allLayouts).not.toBe(program);
  for (const name of storyLayouts()) expect(layouts[name]).toBe(allLayouts);
});
