import { describe, expect, test } from 'vitest';
import { isIssueTime } from '../../functions/core/reader/issues.ts';
import type { InNewsletter, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { enrollment, received } from '../support/builders.ts';
import { COURSE } from '../support/fake-library.ts';
import { aReader, asking, ownOf } from '../support/web-requests.ts';

/** What a reader's page has about when the newsletter comes. */

/** Mailed for the whole page: a letter's own link adds nothing. */
const LINK = ownOf('page');
const FROM = '2026-11-01' as LocalDate;
const WAITS: InNewsletter = { from: FROM, waits: [{ date: '2026-11-10' as LocalDate }] };
const FINISHED = { enrollments: [enrollment({ received: received(...allOf(COURSE)) })] };

function allOf({ lessons }: typeof COURSE) {
  return lessons.map(({ id }) => id);
}

/** The card's sentence, and the actions of its buttons. */
async function card(fields: Partial<Subscriber>) {
  const asked = asking();
  asked.world.subscribers.seed(aReader(fields));
  const page = await (await asked.get(LINK)).text();
  const found = /aria-labelledby="newsletter-title".*?<\/section>/s.exec(page)?.[0] ?? '';
  const actions = [...found.matchAll(/name="action" value="([\w-]+)"/g)].map(([, one]) => one);
  return [/<p>(.*?)<\/p>/.exec(found)?.[1], actions];
}

const COMES = 'The newsletter comes now and then';
test.for<[why: string, Partial<Subscriber>, sentence: string, actions: readonly string[]]>([
  ['who does not take it', {}, 'waits for their end', ['newsletter']],
  [
    'who takes it and a course, which is when it waits',
    { newsletter: true },
    'waits for their end',
    ['pause-newsletter', 'alongside', 'no-newsletter'],
  ],
  [
    'who wants it then, too',
    { newsletter: true, issues: { from: FROM, alongside: true } },
    'also while your letters do',
    ['pause-newsletter', 'after-course', 'no-newsletter'],
  ],
  [
    'who has had every letter, and issues have waited',
    { ...FINISHED, newsletter: true, issues: WAITS },
    `${COMES}. What came out while your letters did follows`,
    ['pause-newsletter', 'no-newsletter'],
  ],
  [
    'who has had every letter, and none has',
    { ...FINISHED, newsletter: true, issues: { from: FROM } },
    `${COMES}, whether a course runs`,
    ['pause-newsletter', 'no-newsletter'],
  ],
])('of %s', async ([, fields, sentence, actions]) => {
  const [said, buttons] = await card(fields);
  expect(said).toContain(sentence);
  expect(buttons).toEqual(actions);
});

describe('issues also while a course goes on', () => {
  test('is a press, told and taken back, with no record of a consent', async () => {
    const { postForm, get, world } = asking();
    const { id } = aReader();
    world.subscribers.seed(aReader({ newsletter: true, issues: WAITS }));
    const pressed = await postForm(LINK, { action: 'alongside' });
    const wanted = await world.subscribers.load(id);
    expect(wanted?.issues).toEqual({ ...WAITS, alongside: true });
    const goesFirst = (one = aReader()) =>
      isIssueTime(one, one.dueAt ?? world.now(), [COURSE], one.dueAt ?? world.now());
    expect(goesFirst(wanted), 'what waits goes first').toBe(true);
    const told = await (await get(pressed.headers.get('location') ?? '')).text();
    expect(told).toContain('the newsletter comes while your letters do, too');
    expect(told).toContain('name="action" value="after-course"');
    await postForm(LINK, { action: 'after-course' });
    const back = await world.subscribers.load(id);
    expect([back?.issues, goesFirst(back)]).toEqual([WAITS, false]);
    expect(world.subscribers.factsOf(id)).toEqual([]);
  });

  test('is nothing to who takes no newsletter', async () => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader());
    const before = world.dump();
    await postForm(LINK, { action: 'alongside' });
    expect(world.dump()).toBe(before);
  });

  test('is among what they may take along', async () => {
    const { world } = asking();
    const { id } = aReader();
    const issues = { ...WAITS, alongside: true } as const;
    world.subscribers.seed(aReader({ newsletter: true, issues }));
    expect(await world.ownData.export(id)).toContainEqual(expect.objectContaining({ issues }));
  });
});
