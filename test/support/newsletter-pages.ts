import type { InNewsletter, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { type Asked, linkOf, ownOf } from './web-requests.ts';

type Named = readonly [name: string, ask: (asked: Asked) => Promise<Response>];

const FROM = '2026-11-01' as LocalDate;
const ALONGSIDE: InNewsletter = { from: FROM, alongside: true };
const WAITED: InNewsletter = { from: FROM, waits: [{ date: '2026-11-10' as LocalDate }] };

/** What pages say to whoever takes the newsletter, beside a course and without one. */
export function newsletterPages(readers: ReadonlyMap<string, Subscriber>): readonly Named[] {
  /** Under an id of their own: what is pressed here changes nobody else. */
  const taking = (who: string, id: string, issues?: InNewsletter): Subscriber => {
    const one = readers.get(who);
    if (one === undefined) throw new Error(`nobody is ${who}`);
    const of = id.repeat(8) as SubscriberId;
    return { ...one, id: of, newsletter: true, ...(issues && { issues }) };
  };
  const alongside = taking('active', 'al', ALONGSIDE);
  const inPause = taking('active', 'pa', { from: FROM, paused: {} });
  const waited = taking('with all letters', 'wa', WAITED);
  return [
    shown('confirm, with a tick', taking('pending', 'ti'), (one) => linkOf('confirm', one)),
    shown('own page, newsletter alongside', alongside, (one) => ownOf('page', one)),
    shown('own page, newsletter in a pause', inPause, (one) => ownOf('page', one)),
    shown('preferences, newsletter waited', waited, (one) => linkOf('preferences', one)),
    ...left('newsletter, beside letters', taking('active', 'ne'), 'newsletter'),
    ...left('newsletter, nothing else', taking('with all letters', 'no'), 'newsletter'),
    ...left('letters, beside a newsletter', taking('active', 'le'), ''),
  ];
}

function shown(name: string, one: Subscriber, pathOf: (one: Subscriber) => string): Named {
  return [
    name,
    async ({ world, get }) => {
      world.subscribers.seed(one);
      return get(pathOf(one));
    },
  ];
}

/** What a list's link asks, what its press comes to, and what it says to who opens it once more. */
function left(name: string, one: Subscriber, detail: string): readonly Named[] {
  const path = linkOf('unsubscribe', one, detail);
  return [
    shown(`unsubscribe, ${name}`, one, () => path),
    [`unsubscribed just now, ${name}`, ({ postForm }) => postForm(path, {})],
    [`unsubscribed, ${name}`, ({ get }) => get(path)],
  ];
}
