const AHEAD = 3_600_000;

/** Does something an hour later than it is, as far as it asks for the time. */
export async function withClockAhead<Value>(act: () => Promise<Value>): Promise<Value> {
  const { now } = Date;
  Date.now = () => now() + AHEAD;
  try {
    return await act();
  } finally {
    Date.now = now;
  }
}
