declare module 'vitest' {
  interface TaskMeta {
    /** What a test found out about an engine. */
    engineReport?: EngineReport;
  }
}

/** What is reported of an engine; each test of it finds out a part. */
export interface EngineReport {
  readonly engine: string;
  readonly expected: 'banner' | 'no banner' | 'the story alone';
  readonly version?: string;
  readonly seen?: string;
  readonly dismissed?: string;
  readonly remembered?: string;
  readonly rememberedWithoutStorage?: string;
  readonly pictures?: readonly string[];
}
