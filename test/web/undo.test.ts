import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeAnswer } from '../../functions/core/mail/answer.ts';
import { NOTICES, type NoticeName } from '../../functions/core/mail/template.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { decide } from '../../functions/core/replies/decide.ts';
import type { Intent } from '../../functions/core/replies/intents.ts';
import type { Understanding } from '../../functions/core/replies/understand.ts';
import { presentOf } from '../../functions/web/world.ts';
import { at } from '../support/builders.ts';
import { PUBLICATION } from '../support/fake-library.ts';
import { type Asked, aReader, asking } from '../support/web-requests.ts';
import { EN, ENGLISH } from '../support/words.ts';

/** Everything that a reply can ask for, each at least once. */
const WISHES: { readonly [intent in Intent]: readonly (Understanding & { intent: intent })[] } = {
  unsubscribe: [{ intent: 'unsubscribe' }],
  pause: [
    { intent: 'pause', open: true },
    { intent: 'pause', until: '2026-12-06' },
    { intent: 'pause', from: '2026-12-01', until: '2026-12-06' },
  ],
  resume: [{ intent: 'resume' }, { intent: 'resume', on: '2026-12-06' }],
  schedule: [{ intent: 'schedule' }, { intent: 'schedule', days: '67', hour: 20 }],
  skip: [{ intent: 'skip' }],
  resend: [{ intent: 'resend' }],
  status: [{ intent: 'status' }],
  help: [{ intent: 'help' }],
  export: [{ intent: 'export' }],
  delete: [{ intent: 'delete' }],
  clarify: [{ intent: 'clarify', because: 'a-question' }],
  none: [{ intent: 'none' }],
};

const SINCE = at('2026-11-20T00:00:00Z');
const READERS: Readonly<Record<string, Subscriber>> = {
  reading: aReader(),
  'paused openly': pausing({}),
  'paused until a day': pausing({ until: '2026-12-20' as never }),
};

function pausing(days: object): Subscriber {
  const { dueAt: _, ...rest } = aReader({ standing: { is: 'paused', since: SINCE, ...days } });
  return 'until' in days ? { ...rest, dueAt: at('2026-12-20T07:00:00Z') } : rest;
}

/** Every wish of every reader that starts or stops the letters, with the notice that says so. */
const turns = Object.entries(READERS).flatMap(([who, before]) =>
  Object.values(WISHES)
    .flat()
    .flatMap((wish) => {
      const { change, answer } = decide(wish, 1, before, presentOf(asking().world));
      const changed = change?.(before);
      return changed?.is === 'changed' && changed.subscriber.standing.is !== before.standing.is
        ? [{ name: `${who}: ${JSON.stringify(wish)}`, before, after: changed.subscriber, answer }]
        : [];
    }),
);

/** The address behind a notice's way back, if it has one. */
function wayBack(notice: NoticeName, subscriber: Subscriber): string | undefined {
  const { world } = asking();
  return composeAnswer(subscriber, {
    notice,
    mail: world.library.notice(notice, EN),
    answered: { references: [], subject: '' },
    courses: world.library.courses,
    sender: {
      publicationName: PUBLICATION.name,
      fromName: PUBLICATION.from.name,
      fromAddress: PUBLICATION.from.address,
      replyDomain: 'reply.example.com',
      webUrl: world.webUrl,
    },
    words: ENGLISH,
    now: world.now(),
  }).values.undoUrl;
}

/** Opens a link and presses the first button of its page. */
async function pressFirst({ get, postForm }: Asked, url: string, before: Subscriber) {
  const { pathname, searchParams, search } = new URL(url);
  const path = `${pathname}${search}`;
  const page = await (await get(path)).text();
  const [form = ''] = /<form[\s\S]*?<\/form>/.exec(page) ?? [];
  const [, action = ''] = /name="action" value="(\w+)"/.exec(form) ?? [];
  expect(action, 'the first one is what the link is for').toBe(searchParams.get('do'));
  // A pause asks for how long, and offers what held before.
  const { until = '' } = before.standing.is === 'paused' ? before.standing : {};
  const length = until === '' ? 'open' : 'date';
  if (action === 'pause') expect(form).toContain(`value="${length}"`);
  const fields = action === 'pause' ? { action, for: length, until } : { action };
  expect((await postForm(path, fields)).status).toBe(303);
}

describe('what was done in answer to a reply is undone by the link in the notice', () => {
  test.for(turns.map((turn) => [turn.name, turn] as const))('%s', async ([, turn]) => {
    const { before, after, answer } = turn;
    const url = answer && wayBack(answer, after);
    expect(url, 'the notice has a way back').toBeDefined();
    const asked = asking();
    asked.world.subscribers.seed(after);
    await pressFirst(asked, url ?? '', before);
    const undone = await asked.world.subscribers.load(before.id);
    expect(timeless(undone)).toEqual(timeless(before));
  });

  test('and no notice leads back that none of these ends in', () => {
    const leading = NOTICES.filter((notice) => wayBack(notice, aReader()) !== undefined);
    expect(new Set(leading)).toEqual(new Set(turns.map(({ answer }) => answer)));
    for (const notice of leading) {
      expect(readFileSync(`content/words/en/notices/${notice}.md`, 'utf8')).toContain(
        '{to=undoUrl}',
      );
    }
  });
});

/** All that a change is about: not when it was made, nor how many there were. */
function timeless(subscriber: Subscriber | undefined) {
  const { revision: _, standing, ...rest } = subscriber ?? aReader();
  const { since: __, ...days } = { since: undefined, ...standing };
  return { ...rest, standing: days };
}
