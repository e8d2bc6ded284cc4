import { readFileSync, writeFileSync } from 'node:fs';
import type { Devtools } from '../engines/devtools.ts';
import type { Journey, Sight, Step, Travelled } from './journey.ts';

const LOOK = readFileSync(new URL('look.js', import.meta.url), 'utf8');
/** Resolves when a page had time for what it does after it is loaded. */
const QUIET = 'new Promise(function (resolve) { setTimeout(resolve, 300); })';
const WINDOW = { width: 1000, height: 800, deviceScaleFactor: 1, mobile: false };
const KEYS = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Space: { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
};

/** Goes on a journey in a Chromium of any version that is open at an empty page. */
export async function travelChromium(page: Devtools, { steps, before = '' }: Journey): Promise<Travelled> {
  const [requests, faults] = [await requestsOf(page), await faultsOf(page)];
  await page.send('Page.enable');
  await page.send('Emulation.setDeviceMetricsOverride', WINDOW);
  const version = await becomeReader(page);
  if (before !== '') await page.send('Page.addScriptToEvaluateOnNewDocument', { source: before });
  const sights: Sight[] = [];
  for (const step of steps) {
    await take(page, step, sights.at(-1));
    await evaluate(page, QUIET);
    sights.push(JSON.parse(String(await evaluate(page, LOOK))) as Sight);
  }
  return { version, sights, requests, faults };
}

async function requestsOf(page: Devtools): Promise<readonly string[]> {
  const requests: string[] = [];
  page.on('Network.requestWillBeSent', (told) => {
    requests.push((told as { request: { url: string } }).request.url);
  });
  await page.send('Network.enable');
  return requests;
}

async function faultsOf(page: Devtools): Promise<readonly string[]> {
  const faults: string[] = [];
  page.on('Runtime.exceptionThrown', (told) => {
    const { exceptionDetails } = told as { exceptionDetails: { text: string; exception?: { description?: string } } };
    faults.push(`exception: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  });
  page.on('Network.responseReceived', (told) => {
    const { response } = told as { response: { status: number; url: string } };
    if (response.status >= 400) faults.push(`${response.status}: ${response.url}`);
  });
  page.on('Network.loadingFailed', (told) => {
    const { errorText, canceled } = told as { errorText: string; canceled?: boolean };
    if (canceled !== true) faults.push(`failed: ${errorText}`);
  });
  await page.send('Runtime.enable');
  return faults;
}

/** Takes the user agent that the version has where a reader sits before it, and gives the version. */
async function becomeReader(page: Devtools): Promise<string> {
  const said = String(await evaluate(page, 'navigator.userAgent'));
  const { product } = (await page.send('Browser.getVersion')) as { product: string };
  await page.send('Network.setUserAgentOverride', { userAgent: said.replace('Headless', '') });
  await page.send('Page.addScriptToEvaluateOnNewDocument', {
    source: 'if (navigator.webdriver) Object.defineProperty(navigator, "webdriver", { value: false });',
  });
  return product.replace(/^.*\//, '');
}

function take(page: Devtools, step: Step, last: Sight | undefined): Promise<void> {
  switch (step.do) {
    case 'open':
      return open(page, step.address);
    case 'press':
      return press(page, step.key);
    case 'click the button':
      return click(page, last?.banner?.buttonX ?? 0, last?.banner?.buttonY ?? 0);
    case 'keep a picture':
      return keepPicture(page, step.file);
  }
}

async function open(page: Devtools, url: string): Promise<void> {
  const loaded = new Promise<void>((resolve) => page.on('Page.loadEventFired', () => resolve()));
  await page.send('Page.navigate', { url });
  await loaded;
}

async function press(page: Devtools, name: keyof typeof KEYS): Promise<void> {
  await page.send('Input.dispatchKeyEvent', { type: 'text' in KEYS[name] ? 'keyDown' : 'rawKeyDown', ...KEYS[name] });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...KEYS[name] });
}

async function click(page: Devtools, x: number, y: number): Promise<void> {
  for (const type of ['mousePressed', 'mouseReleased']) {
    await page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }
}

/** The window is made as high as the page, so that the picture shows all of it. */
async function keepPicture(page: Devtools, file: string): Promise<void> {
  const height = Number(await evaluate(page, 'document.documentElement.scrollHeight'));
  await page.send('Emulation.setDeviceMetricsOverride', { ...WINDOW, height });
  await evaluate(page, QUIET);
  const { data } = (await page.send('Page.captureScreenshot')) as { data: string };
  writeFileSync(file, Buffer.from(data, 'base64'));
  await page.send('Emulation.setDeviceMetricsOverride', WINDOW);
}

async function evaluate(page: Devtools, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = (await page.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })) as { result: { value?: unknown }; exceptionDetails?: { text: string } };
  if (exceptionDetails) throw new Error(`${exceptionDetails.text} in ${expression}`);
  return result.value;
}
