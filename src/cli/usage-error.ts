/** Someone called a command in a way that it does not understand. Its message says what it expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
