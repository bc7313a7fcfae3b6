import { wordsFor } from '../adapters/library.ts';
import { UnreadableItem } from '../adapters/stored.ts';
import type { EmailAddress } from '../core/address.ts';
import { networkOf } from '../core/reader/network.ts';
import { askedAgain, requestFor } from '../core/reader/request.ts';
import type { SignUp } from '../core/reader/sign-up.ts';
import { afterMove } from '../core/reader/typed-address.ts';
import { firstSecret, subscriberId } from '../core/token.ts';
import { fingerprint } from '../runtime/fingerprint.ts';
import { logError } from '../runtime/log.ts';
import { sendSoon } from '../runtime/send-soon.ts';
import type { WebWorld } from './world.ts';

/** What a sign-up touches once it is let in. */
type SignUpWorld = Pick<WebWorld, 'library' | 'webUrl' | 'wordings' | 'queue' | 'idKey' | 'now'> & {
  readonly subscribers: Pick<WebWorld['subscribers'], 'load' | 'requests' | 'save'>;
};

/**
 * Decides, stores, and only then acts. A sign-up that changes nothing takes as long: the time that an
 * answer takes must not tell who is on the list.
 */
export async function signUp(world: SignUpWorld, wish: SignUp, ip: string): Promise<void> {
  const { subscribers } = world;
  const now = world.now();
  const key = await world.idKey();
  const id = subscriberId(key, wish.address);
  const details = await detailsOf(world, wish, ip);
  const fresh = { id, secret: firstSecret(key, id), now, details };
  const stored = await readable(() =>
    Promise.all([subscribers.load(id), subscribers.requests.load(id)]),
  );
  const [known, before] = stored.is === 'unreadable' ? [] : stored.found;
  const request = stored.is === 'unreadable' ? undefined : requestFor(wish, known, fresh);
  const second = request && afterMove(request, before, fresh);
  if (second !== undefined) await subscribers.save(second);
  else if (request !== undefined) await subscribers.requests.make(request);
  else await subscribers.requests.pretend(id);
  await sendSoon(world, { id, dueAt: now, request: true });
}

/** Sends the confirmation once more, if there is a request that has one more. As long as if there is none. */
export async function sendAgain(world: WebWorld, address: EmailAddress): Promise<void> {
  const { subscribers } = world;
  const now = world.now();
  const id = subscriberId(await world.idKey(), address);
  const stored = await readable(() => subscribers.requests.load(id));
  const request = stored.is === 'unreadable' ? undefined : stored.found;
  const again = request && askedAgain(request, now);
  // Whoever changed it meanwhile has confirmed, or withdrawn, or it has been sent.
  await (again === undefined ? subscribers.requests.pretend(id) : subscribers.save(again));
  await sendSoon(world, { id, dueAt: now, request: true });
}

/** The record of how they asked: it lies in the request, and stays only if they confirm. */
async function detailsOf({ library, webUrl, wordings }: SignUpWorld, wish: SignUp, ip: string) {
  const { language, signUp } = wordsFor(library, wish.course.slug);
  const wording = fingerprint(signUp.consent);
  await wordings.keep({ name: wording, language, text: signUp.consent });
  return {
    network: networkOf(ip),
    url: `${webUrl}/`,
    wording,
    language,
    course: wish.course.slug,
    newsletter: String(wish.newsletter),
  };
}

/** Whoever is stored and can't be read gets the answer of everybody: a fault tells nobody who reads. */
async function readable<T>(load: () => Promise<T>) {
  try {
    return { is: 'readable', found: await load() } as const;
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    logError('sign-up-unreadable', error);
    return { is: 'unreadable' } as const;
  }
}
