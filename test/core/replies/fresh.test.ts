import { describe, expect, it } from 'vitest';
import { type Understanding, understand } from '../../../functions/core/replies/understand.ts';
import { FRESH, type Fresh } from './fixtures/fresh.ts';
import { FRESH_NONE, FRESH_UNSURE } from './fixtures/fresh-none.ts';

const SUNDAY = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Berlin' };

/** As `fresh.ts` writes it: `pause 2026-12-06`, `schedule 12345 19h`. */
function shown(one: Understanding): string {
  switch (one.intent) {
    case 'pause': {
      const from = one.from === undefined ? '' : `${one.from}..`;
      return `pause ${from}${one.until ?? 'open'}`;
    }
    case 'resume':
      return ['resume', one.on].filter(Boolean).join(' ');
    case 'schedule': {
      const hour = one.hour === undefined ? undefined : `${one.hour}h`;
      return ['schedule', one.days, hour, one.zone].filter(Boolean).join(' ');
    }
    case 'resend':
      return ['resend', one.lesson].filter((part) => part !== undefined).join(' ');
    default:
      return one.intent;
  }
}

const read = (text: string, state: 'active' | 'paused'): string =>
  shown(understand(text, { ...SUNDAY, state }));

describe('fresh replies', () => {
  it.each(FRESH.map((row): [string, Fresh] => [row.slice(0, 3).join(', '), row]))(
    '%s',
    (_name, [, , text, expected]) => {
      const state = expected.startsWith('resume') ? 'paused' : 'active';
      expect(expected.split('|')).toContain(read(text, state));
    },
  );

  it.each(FRESH_NONE)('does nothing: %s', (text) => {
    expect(read(text, 'active')).toBe('none');
  });

  it.each(FRESH_UNSURE)('asks at worst: %s', (text) => {
    expect(['clarify', 'none']).toContain(read(text, 'active'));
  });
});
