import { parseArgs } from 'node:util';
import { explained } from './replies/explain.ts';

const USAGE =
  'Usage: npm run replies -- "text of a reply" [--zone Europe/Berlin] [--language de] [--paused] [--now 2026-11-25T09:00:00Z]';

/** `npm run replies -- "text"`: how a reply is read, step by step. */
function run(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      zone: { type: 'string', default: 'UTC' },
      language: { type: 'string' },
      now: { type: 'string', default: new Date().toISOString() },
      paused: { type: 'boolean', default: false },
    },
  });
  const text = positionals.join(' ');
  if (text.trim() === '') {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  const { zone, language, now, paused } = values;
  const context = {
    zone,
    now,
    state: paused ? 'paused' : 'active',
    ...(language && { language }),
  } as const;
  for (const line of explained(text, context)) console.log(line);
}

run();
