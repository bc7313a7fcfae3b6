import type { CommandReading as Command, Reading } from './reading.ts';
import { clarify, type Understanding } from './understanding.ts';
import type { PlainDate, When } from './when.ts';

/** The one time that was said, in the command or beside it. */
export function whenOf(
  commands: readonly Command[],
  readings: readonly Reading[],
): When | undefined {
  const said = [
    ...commands,
    ...readings.filter((one) => one.kind === 'when' || one.kind === 'away'),
  ]
    .map(({ when }) => when)
    .filter((when): when is When => when !== undefined);
  return said.find(({ kind }) => kind === 'until') ?? said[0];
}

export function pauseOf(when: When | undefined, commands: readonly Command[]): Understanding {
  const leaves = commands.filter(({ command, bare }) => command === 'leave' && !bare);
  const unsubscribes = leaves.length > 0;
  if (when === undefined || when.kind === 'open') {
    return when !== undefined && leaves.some(({ stops }) => !stops)
      ? clarify('leave-or-pause')
      : { intent: 'pause', open: true };
  }
  if (when.kind === 'until') return pausedUntil(when);
  if (when.kind === 'back') return { intent: 'pause', until: when.day.toString() };
  if (when.kind === 'from') {
    return unsubscribes
      ? clarify('leave-later')
      : { intent: 'pause', from: when.from.toString(), open: true };
  }
  if (when.kind === 'doubtful') return clarify(when.because);
  const { day, last } = when;
  if (unsubscribes || day.equals(last)) return clarify('unread-date');
  return { intent: 'pause', from: day.toString(), until: last.add({ days: 1 }).toString() };
}

export function pausedUntil({ from, until }: Extract<When, { kind: 'until' }>): Understanding {
  return {
    intent: 'pause',
    ...(from === undefined ? {} : { from: from.toString() }),
    until: until.toString(),
  };
}

export function resumed(when: When | undefined): Understanding {
  switch (when?.kind) {
    case undefined:
    case 'open':
      return { intent: 'resume' };
    case 'until':
      return { intent: 'resume', on: when.until.toString() };
    case 'from':
      return { intent: 'resume', on: when.from.toString() };
    case 'doubtful':
      return clarify(when.because);
    case 'back':
    case 'on':
      return { intent: 'resume', on: when.day.toString() };
  }
}

/** The one day on which something is to go on, whichever way it was said. */
export function dayOf(when: When | undefined): PlainDate | undefined {
  if (when?.kind === 'from') return when.from;
  if (when?.kind === 'until') return when.until;
  return when?.kind === 'back' || when?.kind === 'on' ? when.day : undefined;
}
