import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
] as const;

/** The browser on this machine; undefined when there is none. */
export const CHROMIUM = PLACES.find((place) => place !== '' && existsSync(place));

if (CHROMIUM === undefined) {
  // Where the browser journeys must not be left out, their absence is a failure.
  if (process.env['KINDLING_BROWSER'] === 'required') throw new Error('no Chromium found');
  console.warn(
    'Browser tests are skipped: no Chromium or Chrome found. ' +
      'Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to it.',
  );
}

/** Quiet: a test must see no request but its own. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** Starts it. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: found(), args: ARGS });
}

/** Starts it with a profile in a folder, and with more on its command line. */
export function launchInto(profile: string, args: readonly string[]): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: found(),
    args: [...ARGS, ...args],
  });
}

function found(): string {
  if (CHROMIUM === undefined) throw new Error('no Chromium: guard the test with CHROMIUM');
  return CHROMIUM;
}
