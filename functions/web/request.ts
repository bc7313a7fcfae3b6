import { wordsFor } from '../adapters/library.ts';
import { UnreadableItem } from '../adapters/stored.ts';
import type { EmailAddress } from '../core/address.ts';
import { networkOf } from '../core/reader/network.ts';
import { askedAgain, type Request, requestFor } from '../core/reader/request.ts';
import type { SignUp } from '../core/reader/sign-up.ts';
import { afterMove } from '../core/reader/typed-address.ts';
import { firstSecret, subscriberId } from '../core/token.ts';
import { logError } from '../runtime/log.ts';
import { sendSoon } from '../runtime/send-soon.ts';
import { keptWording, mailWording } from '../runtime/wording.ts';
import type { Shown } from './shown-by.ts';
import type { WebWorld } from './world.ts';

/** From where somebody asks, and whose words they had before them. */
export interface AskingFrom {
  readonly ip: string;
  readonly shown: Shown;
  /** The form's mails go slowly, and this one waits in line. */
  readonly waits?: boolean;
}

/** What a sign-up touches once it is let in. */
type SignUpWorld = Pick<
  WebWorld,
  'library' | 'webUrl' | 'wordings' | 'dueIndex' | 'queue' | 'idKey' | 'secretKey' | 'now'
> & {
  readonly subscribers: Pick<WebWorld['subscribers'], 'load' | 'requests' | 'save'>;
  readonly signUps: Pick<WebWorld['signUps'], 'takePlace'>;
};

/**
 * Decides, stores, and only then acts. A sign-up that changes nothing takes as long: the time that an
 * answer takes must not tell who is on the list.
 */
export async function signUp(world: SignUpWorld, wish: SignUp, asking: AskingFrom): Promise<void> {
  const { subscribers } = world;
  const now = world.now();
  const id = subscriberId(await world.idKey(), wish.address);
  const secret = firstSecret(await world.secretKey(), id);
  const details = await detailsOf(world, wish, asking);
  const mails = await mailWordings(world, wish);
  const dueAt = await dueFor(world, asking);
  const fresh = { id, secret, now, dueAt, details };
  const stored = await readable(() =>
    Promise.all([subscribers.load(id), subscribers.requests.load(id)]),
  );
  const [known, before] = stored.is === 'unreadable' ? [] : stored.found;
  const request = stored.is === 'unreadable' ? undefined : requestFor(wish, known, fresh);
  const asked = request && withMail(request, mails);
  const second = asked && afterMove(asked, before, fresh);
  if (second !== undefined) await subscribers.save(second);
  else if (asked !== undefined) await subscribers.requests.make(asked);
  else await subscribers.requests.pretend(id);
  await sendSoon(world, { id, dueAt, request: true });
}

/**
 * When a mail that the form sends is due. Everybody waits in line alike, also whose address is known and who is
 * sent none: the wait tells nothing of who reads.
 */
const dueFor = async (
  { signUps, now }: Pick<SignUpWorld, 'signUps' | 'now'>,
  { waits }: Pick<AskingFrom, 'waits'>,
) => (waits === true ? signUps.takePlace(now()) : now());

/**
 * Sends the confirmation once more, if there is a request that has one more. As long as if there is none.
 *
 * @param waits in line with all that the form sends
 */
export async function sendAgain(
  world: WebWorld,
  address: EmailAddress,
  waits: boolean,
): Promise<void> {
  const { subscribers } = world;
  const now = world.now();
  const id = subscriberId(await world.idKey(), address);
  const stored = await readable(() => subscribers.requests.load(id));
  const request = stored.is === 'unreadable' ? undefined : stored.found;
  const dueAt = await dueFor(world, { waits });
  const again = request && askedAgain(request, now, dueAt);
  // Whoever changed it meanwhile has confirmed, or withdrawn, or it has been sent.
  await (again === undefined ? subscribers.requests.pretend(id) : subscribers.save(again));
  await sendSoon(world, { id, dueAt, request: true });
}

/** What stands in a record for words that were another site's, and that nobody here has seen. */
const NOT_OURS = 'not-ours';

/**
 * The record of how they asked: it lies in the request, and stays only if they confirm. Beside a form on
 * another site stood that site's words.
 */
async function detailsOf(world: SignUpWorld, wish: SignUp, { ip, shown }: AskingFrom) {
  const { course, newsletter } = wish;
  const { language, signUp } = wordsFor(world.library, course.slug);
  const page =
    shown.is === 'ours'
      ? { url: `${world.webUrl}/`, ...(await keptWording(world, language, signUp.consent)) }
      : { ...(shown.site && { site: shown.site }), wording: NOT_OURS, language };
  return {
    network: networkOf(ip),
    ...page,
    course: course.slug,
    newsletter: String(newsletter),
  };
}

/**
 * What they say yes to is the mail that asks, whatever they have read before: its words are ours. All of
 * them are kept, since looking for one alone would take longer for the first of a kind.
 */
async function mailWordings(world: SignUpWorld, { course }: SignUp) {
  const words = wordsFor(world.library, course.slug);
  const worded = (of?: 'left' | 'reader') => mailWording(world, of && { of }, words);
  const [nobody, left, reader] = await Promise.all([worded(), worded('left'), worded('reader')]);
  return { nobody, left, reader };
}

/** A request with the name of the words that it is mailed in. */
function withMail(request: Request, mails: Awaited<ReturnType<typeof mailWordings>>): Request {
  const { asked } = request;
  const { wording: mail } = mails[asked.of ?? 'nobody'];
  return { ...request, asked: { ...asked, details: { ...asked.details, mail } } };
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
