import { describe, expect, test } from 'vitest';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import { outcomeOf } from '../../functions/adapters/ses-errors.ts';
import { erased } from '../../functions/core/reader/lifecycle.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { readMailEvent } from '../../functions/core/sending/ses-event.ts';
import { STREAM_TAG } from '../../functions/core/sending/stream.ts';
import type { LinkSecret } from '../../functions/core/token.ts';
import { hear } from '../../functions/hearing/hear.ts';
import { at, claim } from '../support/builders.ts';
import { fakeHearingWorld } from '../support/fake-hearing-world.ts';
import { notSent } from '../support/fake-sending-world.ts';
import {
  askedThere,
  DAY,
  days,
  EMAIL,
  ID,
  left,
  OTHERS,
  SINCE,
  there,
} from '../support/typing-readers.ts';
import { aReader, asking, ownOf } from '../support/web-requests.ts';

/** What an address is sent because a reader typed it as their new one. */

describe('whoever types a stranger’s address', () => {
  test('each day for a week sends one mail, and no request keeps their address', async () => {
    const { types, pass, kinds, world, requestThere } = days();
    for (let day = 0; day < 7; day += 1) {
      await types(EMAIL);
      pass(DAY - 1);
    }
    expect(kinds()).toEqual(['new-address']);
    expect(JSON.stringify(await requestThere())).not.toContain(EMAIL);
    pass(7);
    await types(EMAIL);
    expect(kinds(), 'a week later nobody knows any more').toEqual(['new-address', 'new-address']);
    expect(world.mails[0]?.stream).toBe('sign-ups');
    expect(world.mails[0]?.tags).toEqual({ kind: 'new-address', subscriber: ID });
  });

  test('sends two at most with all other readers, and one of each', async () => {
    const { types, kinds, postForm, requestThere } = days(...OTHERS);
    for (const one of [aReader(), ...OTHERS, aReader(), ...OTHERS]) await types(EMAIL, one);
    expect(kinds()).toEqual(['new-address', 'new-address']);
    const before = await requestThere();
    await postForm('/subscribe', { email: EMAIL });
    expect(await requestThere(), 'and the form has none left').toEqual(before);
  });

  test('and into the form as well leaves the form one mail of its two', async () => {
    const { types, postForm, world, requestThere } = days();
    await types(EMAIL);
    await postForm('/subscribe', { email: EMAIL });
    const asked = await requestThere();
    expect(asked?.standing).toEqual({ is: 'pending', since: world.now() });
    expect(asked?.dueAt).toBe(world.now());
    expect(asked?.address).toBe(EMAIL);
    await postForm('/subscribe', { email: EMAIL });
    expect(await requestThere(), 'that one is asked for once').toEqual(asked);
  });

  test('does not open a request again that its owner has withdrawn', async () => {
    const { types, postForm, requestThere } = days(askedThere(left));
    const before = await requestThere();
    await types(EMAIL);
    await postForm('/subscribe', { email: EMAIL });
    expect(await requestThere()).toEqual(before);
  });

  test('after the form takes the second of its two mails', async () => {
    const { types, postForm, kinds, requestThere, world } = days(...OTHERS);
    await postForm('/subscribe', { email: EMAIL });
    await types(EMAIL);
    expect(kinds()).toEqual(['new-address']);
    const asked = await requestThere();
    expect(asked?.standing, 'no other follows it').toEqual({ is: 'pending', since: world.now() });
    expect(asked?.dueAt, 'and that one still comes').toBe(world.now());
    for (const one of OTHERS) await types(EMAIL, one);
    expect(kinds()).toHaveLength(1);
  });

  test('after the first mail of the form has gone, its second comes from here', async () => {
    const tuesday = at('2026-11-24T09:00:00Z');
    const { types, kinds, requestThere } = days(
      askedThere({ is: 'pending', since: SINCE }, tuesday),
    );
    await types(EMAIL);
    expect(kinds()).toEqual(['new-address']);
    expect((await requestThere())?.dueAt).toBeUndefined();
  });

  test('while the form’s mail is on its way waits: nobody knows how many there are', async () => {
    const inFlight = { ...askedThere(), dueAt: SINCE, claim: claim(SINCE) };
    const { types, kinds } = days(inFlight);
    await types(EMAIL);
    expect(kinds()).toEqual([]);
  });

  test('a mail that SES did not take leaves the week open', async () => {
    const { world, types } = days();
    const tooFast = Object.assign(new Error('Maximum sending rate exceeded.'), {
      name: 'Throttling',
    });
    const refusing = {
      ...world,
      mailer: { send: async () => outcomeOf(tooFast, world.sender.fromAddress) },
    };
    await asking(refusing).postForm(ownOf('address'), { email: EMAIL });
    await types(EMAIL);
    expect(world.mails).toHaveLength(1);
  });

  test('a second one that SES did not take gives the form its own back', async () => {
    const tuesday = at('2026-11-24T09:00:00Z');
    const { world, requestThere } = days(askedThere({ is: 'pending', since: SINCE }, tuesday));
    const before = await requestThere();
    const refusing = { ...world, mailer: { send: async () => notSent('retry') } };
    await asking(refusing).postForm(ownOf('address'), { email: EMAIL });
    expect({ ...(await requestThere()), revision: 0 }).toEqual({ ...before, revision: 0 });
  });
});

const moved = { ...erased(there(), 'fresh' as LinkSecret, SINCE), standing: left };
const rows: readonly [why: string, mail: string | undefined, ...known: Subscriber[]][] = [
  ['nobody is known: asked', 'new-address'],
  ['whoever was has moved on: asked', 'new-address', moved],
  ['moved on, and wanted no mail that anybody types there', undefined, { ...moved, quiet: true }],
  ['a request of this week is as good as a mail', undefined, askedThere()],
  ['a withdrawn one, too', undefined, askedThere(left)],
  [
    'its confirmation was taken for spam',
    undefined,
    askedThere({ is: 'suppressed', at: SINCE, because: 'complaint' }),
  ],
  [
    'its confirmation bounced, a year ago',
    undefined,
    askedThere({ is: 'suppressed', at: at('2025-11-20T09:00:00Z'), because: 'hard-bounce' }),
  ],
  ['a reader is told', 'address-taken', there()],
  ['in a pause, too', 'address-taken', there({ standing: { is: 'paused', since: SINCE } })],
  ['a quiet one wants none', undefined, there({ quiet: true })],
  ['the form wrote to them this week', undefined, there(), askedThere()],
  ['who left is not written to', undefined, there({ standing: left })],
  [
    'nor who can’t be mailed',
    undefined,
    there({ standing: { is: 'suppressed', at: SINCE, because: 'complaint' } }),
  ],
];

describe('at an address where', () => {
  test.for(rows)('%s', async ([_, mail, ...known]) => {
    const { types, kinds, world } = days(...known);
    const answer = await types(EMAIL);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(await (await days().types(EMAIL)).text());
    expect(kinds()).toEqual(mail === undefined ? [] : [mail]);
    expect(world.mails.every(({ tags }) => tags['subscriber'] === ID)).toBe(true);
  });

  test('a reader is, they hear of it once in a week, and the form is silent as long', async () => {
    const { types, pass, kinds, postForm, world } = days(there());
    await types(EMAIL);
    pass(6 * DAY);
    await types(EMAIL);
    await postForm('/subscribe', { email: EMAIL });
    expect(kinds()).toEqual(['address-taken']);
    expect(world.subscribers.dues().filter((due) => due.request)).toEqual([]);
    pass(DAY);
    await types(EMAIL);
    expect(kinds()).toHaveLength(2);
  });
});

test('a reader types so many new addresses in a day and in a week, and no more', async () => {
  const { types, pass, world } = days();
  // From a Sunday to a Thursday, on which a week of our counting begins.
  const perDay: number[] = [];
  for (let day = 0; day < 5; day += 1) {
    const before = world.mails.length;
    for (let one = 0; one < 5; one += 1) {
      await types(`made-up-${day}-${one}@example.org`);
      pass(2 * 3600);
    }
    pass(DAY - 10 * 3600);
    perDay.push(world.mails.length - before);
  }
  expect(perDay).toEqual([3, 3, 0, 0, 3]);
});

test('typing an address again that was written to is no other one', async () => {
  const { types, kinds } = days();
  for (const one of ['a', 'a', 'a', 'b', 'c']) await types(`${one}@example.org`);
  expect(kinds()).toHaveLength(3);
});

test('one that is sent no mail counts too: a clock tells of three in a day, and of no more', async () => {
  const { types, kinds } = days(there({ standing: left }));
  for (let times = 0; times < 3; times += 1) await types(EMAIL);
  await types('made-up@example.org');
  expect(kinds()).toEqual([]);
});

describe('what comes back', () => {
  function eventOf({ tags, stream }: Pick<RawMail, 'tags' | 'stream'>, eventType: string) {
    const given = Object.entries({ ...tags, [STREAM_TAG]: stream });
    const event = readMailEvent(
      JSON.stringify({
        eventType,
        bounce: { bounceType: 'Permanent', bounceSubType: 'General' },
        complaint: { complaintFeedbackType: 'abuse' },
        mail: {
          messageId: 'm-1',
          timestamp: '2026-11-22T10:00:00Z',
          tags: Object.fromEntries(given.map(([name, one]) => [name, [one]])),
        },
      }),
    );
    if (event === undefined) throw new Error('not an SES event');
    return event;
  }

  test.for(['Bounce', 'Complaint'])(
    'a %s of a stranger’s ends all mail there, and is the form’s alone',
    async (is) => {
      const { types, world, pass, kinds, requestThere } = days();
      await types(EMAIL);
      const hearing = fakeHearingWorld(world.now(), () => undefined);
      const [mail] = world.mails;
      if (mail === undefined) throw new Error('no mail');
      await hear({ ...hearing, subscribers: world.subscribers }, eventOf(mail, is));
      expect((await requestThere())?.standing).toMatchObject({ is: 'suppressed' });
      expect(await hearing.returns.since('sign-ups', SINCE)).toBe(1);
      expect(await hearing.returns.since('bounces', SINCE)).toBe(0);
      expect(await hearing.returns.since('complaints', SINCE)).toBe(0);
      expect(world.strangersMailed, 'and it was counted among the mails to strangers').toBe(1);
      pass(30 * DAY);
      await types(EMAIL);
      expect(kinds()).toEqual(['new-address']);
    },
  );

  test('a reader’s complaint ends their letters', async () => {
    const { types, world } = days(there());
    await types(EMAIL);
    const hearing = fakeHearingWorld(world.now(), () => undefined);
    const [mail] = world.mails;
    if (mail === undefined) throw new Error('no mail');
    await hear({ ...hearing, subscribers: world.subscribers }, eventOf(mail, 'Complaint'));
    const because = { is: 'suppressed', because: 'complaint' };
    expect((await world.subscribers.load(ID))?.standing).toMatchObject(because);
    expect(await hearing.returns.since('complaints', SINCE)).toBe(1);
    expect(world.strangersMailed).toBe(0);
  });
});
