import type { Engine } from './engines.ts';
import type { Journey, Travelled } from './journey.ts';
import { startChromium } from './start-chromium.ts';
import { travelChromium } from './travel-chromium.ts';
import { travelPhantom } from './travel-phantom.ts';

/** Starts an engine, goes on a journey in it and closes it. */
export async function travel(engine: Engine, journey: Journey): Promise<Travelled> {
  if (engine.name === 'WebKit') return travelPhantom(engine, journey);
  const { page, close, stopped } = await startChromium(engine);
  try {
    return await Promise.race([travelChromium(page, journey), stopped]);
  } finally {
    await close();
  }
}
