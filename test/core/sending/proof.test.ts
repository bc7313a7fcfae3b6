import { expect, test } from 'vitest';
import type { OwedMail } from '../../../functions/core/reader/owed.ts';
import type { AttemptId } from '../../../functions/core/reader/subscriber.ts';
import { taggedMail, tagsOf } from '../../../functions/core/sending/proof.ts';
import type { SubscriberId } from '../../../functions/core/token.ts';

const MAIL = {
  id: 'abcdefghijklmnop' as SubscriberId,
  attempt: '0b7e2f0c-6f0e-4d53-9d53-0a6f0a5f2c11' as AttemptId,
};
const LESSON = { kind: 'lesson', course: 'closer', lesson: 'closeness' } as unknown as OwedMail;
const WELCOME = { kind: 'welcome', course: 'closer' } as unknown as OwedMail;

const given = (tags: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));

test.for([LESSON, WELCOME, { kind: 'confirmation', request: '1795330830' } as const])(
  'a $kind comes back from its tags as it was, and SES takes them',
  (owed) => {
    const tags = tagsOf({ ...MAIL, owed });
    for (const value of Object.values(tags)) expect(value).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(taggedMail(given(tags))).toEqual({ ...MAIL, owed });
  },
);

test.for<[reason: string, without: string]>([
  ['nobody’s', 'subscriber'],
  ['of no attempt', 'attempt'],
  ['of no kind', 'kind'],
  ['of no course', 'course'],
  ['of no lesson', 'lesson'],
])('a mail that is %s is none of the send queue’s', ([, without]) => {
  const { [without]: _, ...tags } = tagsOf({ ...MAIL, owed: LESSON });
  expect(taggedMail(given(tags))).toBeUndefined();
});

test('an answer to a reply, or a mail to nobody, is none of the send queue’s', () => {
  expect(
    taggedMail(given({ ...tagsOf({ ...MAIL, owed: LESSON }), kind: 'answer' })),
  ).toBeUndefined();
  expect(taggedMail({})).toBeUndefined();
});
