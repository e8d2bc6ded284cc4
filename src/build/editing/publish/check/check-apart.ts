import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import { CODE_FILES, COMPILED, NEWSROOM, PROGRAM } from '../../../../disk/project.ts';
import { type FaultMessage, unpackFault } from '../../../workers/fault-message.ts';
import type { CheckAsked } from './check-files.ts';

/** What the process answers, once. */
type Answer = { readonly diagnostics: readonly Diagnostic[] } | { readonly fault: FaultMessage };

/** Checks a newsroom in a process of its own, for one that serves the same newsroom meanwhile. */
export function checkApart(asked: CheckAsked): Promise<readonly Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const child = fork(join(PROGRAM, 'src/build/editing/publish/check/check-process.js'), {
      execArgv: [],
      // Maps and what is undefined arrive as they are.
      serialization: 'advanced',
    });
    child.on('message', (answer: Answer) => {
      if ('fault' in answer) reject(unpackFault(answer.fault));
      else resolve(answer.diagnostics);
    });
    child.on('error', reject);
    // Where it has answered, this comes too late to count.
    child.on('exit', () => reject(new Error('The check of the newsroom ended before it was done')));
    child.send({ asked, loaded: { program: PROGRAM, newsroom: NEWSROOM, compiled: COMPILED, codeFiles: CODE_FILES } });
  });
}
