/** An error as it can be sent to another thread, which otherwise loses what the system said of it. */
export interface FaultMessage {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly system: Readonly<Record<string, unknown>>;
  readonly cause: FaultMessage | undefined;
}

const OF_THE_SYSTEM = ['code', 'errno', 'syscall', 'path', 'dest'];

/** Packs an error with its causes. A cause that is told of already, in `around`, is left out. */
export function packFault(fault: unknown, around: readonly unknown[] = []): FaultMessage {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  const told = [...around, error];
  const system = Object.entries(error).filter(([key]) => OF_THE_SYSTEM.includes(key));
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    system: Object.fromEntries(system),
    cause: error.cause === undefined || told.includes(error.cause) ? undefined : packFault(error.cause, told),
  };
}

export function unpackFault({ name, message, stack, system, cause }: FaultMessage): Error {
  const error = new Error(message, cause ? { cause: unpackFault(cause) } : undefined);
  return Object.assign(error, { name, stack: stack ?? message }, system);
}
