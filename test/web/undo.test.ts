import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeAnswer } from '../../functions/core/mail/answer.ts';
import { NOTICES, type NoticeName } from '../../functions/core/mail/template.ts';
import type { Days } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { decide } from '../../functions/core/replies/decide.ts';
import type { Wish } from '../../functions/core/replies/understanding.ts';
import { undoOf } from '../../functions/core/replies/undo.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { presentOf } from '../../functions/web/world.ts';
import { at } from '../support/builders.ts';
import { PUBLICATION } from '../support/fake-library.ts';
import { senderOf } from '../support/sender.ts';
import { aReader, asking } from '../support/web-requests.ts';
import { EN, ENGLISH, LANGUAGES } from '../support/words.ts';

const day = (text: string) => text as LocalDate;

/** Everything that a reply can change, each at least once, and two at a time. */
const WISHES: readonly (readonly Wish[])[] = [
  [{ is: 'leave' }],
  [{ is: 'erase' }],
  [{ is: 'pause' }],
  [{ is: 'pause', until: day('2026-12-06') }],
  [{ is: 'pause', from: day('2026-12-01'), until: day('2026-12-06') }],
  [{ is: 'resume' }],
  [{ is: 'resume', on: day('2026-12-06') }],
  [{ is: 'schedule', days: '67' as Days, minutes: 1230 }],
  [{ is: 'skip', count: 1 }],
  [{ is: 'discreet', on: true }],
  [
    { is: 'schedule', days: '12345' as Days },
    { is: 'pause', until: day('2026-12-06') },
  ],
];

const SINCE = at('2026-11-20T00:00:00Z');
const READERS: Readonly<Record<string, Subscriber>> = {
  reading: aReader(),
  'with the newsletter, too': aReader({ newsletter: true }),
  'paused openly': pausing({}),
  'paused until a day': pausing({ until: '2026-12-20' as never }),
};

function pausing(days: object): Subscriber {
  const { dueAt: _, ...rest } = aReader({ standing: { is: 'paused', since: SINCE, ...days } });
  return 'until' in days ? { ...rest, dueAt: at('2026-12-20T07:00:00Z') } : rest;
}

/** Every wish of every reader that changes something, with the notice that says so. */
const turns = Object.entries(READERS).flatMap(([who, before]) =>
  WISHES.flatMap((wishes) => {
    const understood = { wishes, personal: false };
    const present = presentOf(asking().world);
    const { change, answer } = decide(understood, 1, before, present);
    const changed = change?.(before);
    const differs =
      changed?.is === 'changed' && undoOf(before, changed.subscriber, present).length > 0;
    return changed?.is === 'changed' && differs
      ? [{ name: `${who}: ${JSON.stringify(wishes)}`, before, after: changed.subscriber, answer }]
      : [];
  }),
);

/** The address behind a notice's way back, if it has one. */
function wayBack(notice: NoticeName, before: Subscriber, after: Subscriber): string | undefined {
  const { world } = asking();
  return composeAnswer(after, {
    notice,
    done: [],
    undone: [],
    undo: undoOf(before, after, presentOf(world)),
    options: [],
    choice: world.library.choice,
    mail: world.library.notice(notice, EN),
    answered: { references: [], subject: '' },
    courses: world.library.courses,
    sender: senderOf(PUBLICATION, world.webUrl),
    words: ENGLISH,
    now: world.now(),
  }).values.undoUrl;
}

describe('what was done in answer to a reply is undone by the link in the notice', () => {
  test.for(turns.map((turn) => [turn.name, turn] as const))('%s', async ([, turn]) => {
    const { before, after, answer } = turn;
    const url = answer && wayBack(answer, before, after);
    const { pathname } = new URL(url ?? 'none:');
    const { world, get, postForm } = asking();
    world.subscribers.seed(after);
    const page = await (await get(pathname)).text();
    expect(page, 'one button, and it is the way back').toMatch(/<form method="post"><button>/);
    expect((await postForm(pathname, {})).status).toBe(200);
    expect(timeless(await world.subscribers.load(before.id))).toEqual(timeless(before));
  });

  test('and no notice leads back that none of these ends in', () => {
    const leading = NOTICES.filter(
      (notice) => wayBack(notice, aReader(), pausing({})) !== undefined,
    );
    expect(new Set(leading)).toEqual(new Set(turns.map(({ answer }) => answer)));
    for (const notice of leading) {
      for (const { language } of LANGUAGES) {
        const words = readFileSync(`content/words/${language}/notices/${notice}.md`, 'utf8');
        expect(words, `${notice} in ${language}`).toContain('{to=undoUrl}');
      }
    }
  });

  test('a notice about what was so already leads to where it can be changed', () => {
    expect(wayBack('paused', aReader(), aReader())).toContain('/preferences/');
  });
});

/** All that a change is about: not when it was made, nor how many there were. */
function timeless(subscriber: Subscriber | undefined) {
  const { revision: _, standing, ...rest } = subscriber ?? aReader();
  const { since: __, ...days } = { since: undefined, ...standing };
  return { ...rest, standing: days };
}
