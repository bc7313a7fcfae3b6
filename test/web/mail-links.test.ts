import { describe, expect, test } from 'vitest';
import type { CourseSlug, LessonId } from '../../functions/core/course.ts';
import { lessonLinks, listHeaders, slotValues } from '../../functions/core/mail/compose.ts';
import { routeOf } from '../../functions/core/replies/trust.ts';
import { isGenuine } from '../../functions/core/token.ts';
import { PUBLICATION } from '../support/fake-library.ts';
import { senderOf } from '../support/sender.ts';
import { type Asked, aReader, asking } from '../support/web-requests.ts';
import { ENGLISH } from '../support/words.ts';

const reader = aReader();
const headers = new Map(listHeaders(reader, senderOf(PUBLICATION, asking().world.webUrl), ENGLISH));
const header = (name: string): string => headers.get(name) ?? '';

function opened(): Asked {
  const asked = asking();
  asked.world.subscribers.seed(reader);
  return asked;
}

const { world } = asking();
const urls = Object.entries({
  ...slotValues(reader, {
    course: world.library.courses[0],
    webUrl: world.webUrl,
    words: ENGLISH,
  }),
  ...lessonLinks(
    reader,
    { course: 'closer' as CourseSlug, lesson: 'closeness' as LessonId },
    world.webUrl,
  ),
}).filter(([slot]) => slot.endsWith('Url'));

describe('the links of a mail are what the web door knows', () => {
  test('there are some', () => {
    expect(urls.length).toBeGreaterThan(6);
  });

  test.for(urls)('%s opens its page, and changes nothing', async ([slot, url]) => {
    const { get, world } = opened();
    const before = world.dump();
    const { pathname, search } = new URL(url);
    const answer = await get(`${pathname}${slot === 'checkInUrl' ? '/4' : ''}${search}`);
    expect(answer.status).toBe(200);
    expect(world.dump()).toBe(before);
  });

  test('a mail program’s unsubscribe button leaves (RFC 8058)', async () => {
    const { postForm, world } = opened();
    const [, url = ''] = /<(https:[^>]+)>/.exec(header('List-Unsubscribe')) ?? [];
    const [name = '', value = ''] = header('List-Unsubscribe-Post').split('=');
    expect((await postForm(new URL(url).pathname, { [name]: value })).status).toBe(200);
    expect((await world.subscribers.load(reader.id))?.standing).toMatchObject({
      is: 'left',
      by: 'one-click',
    });
  });
});

test.for([
  ['List-Unsubscribe', /<mailto:([^?]+)\?/, 'unsubscribe'],
  ['Reply-To', /<([^>]+)>/, 'reply'],
] as const)('what is written to the address in %s is theirs', ([name, address, purpose]) => {
  const [, recipient = ''] = address.exec(header(name)) ?? [];
  const route = routeOf([recipient]);
  expect(route.to).toBe(purpose);
  expect(route.to !== 'other' && isGenuine(route.token, reader.secret, route.purpose)).toBe(true);
});
