import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Clock } from './clock.ts';

/** The clock goes on where it was: what is stored knows only the cloud's own time. */
export function keptClock(now: string | undefined, dataDir: string | undefined): Clock {
  if (now !== undefined) return new Clock(Date.parse(now) - Date.now());
  if (dataDir === undefined) return new Clock();
  try {
    const { offset } = JSON.parse(readFileSync(join(dataDir, 'clock.json'), 'utf8')) as {
      readonly offset: number;
    };
    return new Clock(offset);
  } catch {
    return new Clock();
  }
}

export function saveClock(clock: Clock, dataDir: string | undefined): void {
  if (dataDir === undefined) return;
  writeFileSync(join(dataDir, 'clock.json'), JSON.stringify({ offset: clock.offset }));
}
