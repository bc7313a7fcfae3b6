import type { EmailAddress } from '../../functions/core/address.ts';
import type { Standing, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import { type IdKey, subscriberId } from '../../functions/core/token.ts';
import { at, request } from './builders.ts';
import { aReader, asking, moveLink, ownOf } from './web-requests.ts';

export const EMAIL = 'anna@example.org';
const idOf = (address: string) =>
  subscriberId(new Uint8Array(32) as IdKey, address as EmailAddress);
export const ID = idOf(EMAIL);
export const SINCE = at('2026-11-20T09:00:00Z');
export const DAY = 86_400;
export const left = { is: 'left', at: SINCE, by: 'page' } as const;

/** A world in which days go by, and readers type. */
export function days(...known: readonly Subscriber[]) {
  const all = asking();
  const { world, postForm } = all;
  world.subscribers.seed(aReader());
  for (const one of known) world.subscribers.seed(one);
  const begin = world.now();
  return {
    ...all,
    async types(email: string, reader = aReader()) {
      const passed = (Date.parse(world.now()) - Date.parse(begin)) / 1000;
      return postForm(ownOf('address', reader, -passed), { email });
    },
    pass: (seconds: number) => world.setNow(plusSeconds(world.now(), seconds)),
    /** The button in the new mailbox, as their wish names it. */
    async button(reader = aReader()) {
      const asked = await world.moves.asked(reader.id);
      return asked === undefined ? '' : moveLink(reader, asked);
    },
    press: async (button: string) => (await postForm(button, {})).status,
    kinds: () => world.mails.map(({ tags }) => tags['kind']),
    requestThere: () => world.subscribers.requests.load(ID),
  };
}

export const there = (fields: Parameters<typeof aReader>[0] = {}) =>
  aReader({ id: ID, address: EMAIL as EmailAddress, ...fields });
/** A request of the form: both its mails have gone, unless it says when the second comes. */
export const askedThere = (standing?: Standing, dueAt?: Instant) =>
  request({
    id: ID,
    asked: { at: SINCE, details: {} },
    ...(standing && { standing }),
    ...(dueAt && { dueAt }),
  });
export const OTHERS = ['other', 'third'].map((secret, place) =>
  aReader({ id: `ponmlkjihgfedcb${'ac'.charAt(place)}` as never, secret: secret as never }),
);
