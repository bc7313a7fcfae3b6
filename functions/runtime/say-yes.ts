import { type Library, wordsFor } from '../adapters/library.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Wordings } from '../adapters/wordings.ts';
import { added, goesOnWith, offers, spent } from '../core/reader/addition.ts';
import { type AskedLink, isAbout } from '../core/reader/asked-link.ts';
import { consentIn } from '../core/reader/consent.ts';
import { byReader, type Fact } from '../core/reader/fact.ts';
import { isGone, isOpen, joined, type Request } from '../core/reader/request.ts';
import { type Addition, reads, type Subscriber } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { offerInWords, offerOf } from '../core/words/additions.ts';
import { keptWording } from './wording.ts';

/** Whom a confirmation speaks of: a request, whoever is known by its address, or both. */
export interface Asking {
  readonly request?: Request | undefined;
  readonly known?: Subscriber | undefined;
}

/** The same after a yes: `became` is whoever is a reader by it, or reads more. */
export type Answered = Asking & { readonly became?: Subscriber };

interface YesWorld {
  readonly subscribers: Pick<Subscribers, 'requests' | 'load' | 'save'>;
  readonly library: Pick<Library, 'courses' | 'languages' | 'words'>;
  readonly wordings: Pick<Wordings, 'keep'>;
  now(): Instant;
}

/**
 * Whom the mail of a request speaks of. What was typed at the same address since is another request, of
 * which that mail says nothing: it is as if there were none.
 *
 * @param link of that mail
 */
export async function askingAt(
  { subscribers }: Pick<YesWorld, 'subscribers'>,
  id: SubscriberId,
  link: Pick<AskedLink, 'name'>,
): Promise<Asking> {
  const [typed, known] = await Promise.all([subscribers.requests.load(id), subscribers.load(id)]);
  const request = typed && isAbout(typed, link) ? typed : undefined;
  // Nothing lifts a suppression: one that came since the request was made ends it.
  return known?.standing.is === 'suppressed' ? { known } : { request, known };
}

/**
 * Somebody says yes to what was asked for at their address: to letters, to coming back, or to one addition.
 * It is done as long as it is open, with the record of both halves of the consent, or not at all.
 *
 * @returns `changed` when somebody else saved in between
 */
export async function sayYes(
  world: YesWorld,
  asking: Asking,
  addition: Addition | undefined,
  source: Fact['details'],
): Promise<Answered | 'changed'> {
  const { request, known } = asking;
  const { subscribers, library } = world;
  const present = { now: world.now(), courses: library.courses };
  const asked = request ?? known;
  if (asked === undefined || !isOpen(asked, present.now)) return asking;
  const reader = readerBy(request, known, addition, present);
  if (reader === undefined) return asking;
  const confirmed = await confirmedBy(world, { asking, addition, reader }, source, present.now);
  const saved =
    request === undefined
      ? // Before requests had a place of their own, whoever asked was a subscriber who waits.
        await subscribers.save(reader, confirmed)
      : await subscribers.requests.grant(
          request,
          reader,
          [askedBy(request), confirmed],
          known && spent(request),
        );
  if (saved === 'changed') return saved;
  return { ...(addition && { request }), known: reader, became: reader };
}

/** Who they are by it; undefined where it changes nothing. */
function readerBy(
  request: Request | undefined,
  known: Subscriber | undefined,
  addition: Addition | undefined,
  present: { readonly now: Instant; readonly courses: Library['courses'] },
): Subscriber | undefined {
  const reader = known !== undefined && reads(known) ? known : undefined;
  if (addition === undefined) {
    const asked = request ?? known;
    return reader || asked === undefined ? undefined : joined(asked, known, present);
  }
  if (!reader || !request || !offers(request, addition, present.now)) return undefined;
  const more = added(reader, request, addition, present);
  return more === reader ? undefined : more;
}

/**
 * The second half of the consent: to which words they said yes. An addition has the same record as on their
 * page, and coming back the same as where a leave is taken back.
 */
async function confirmedBy(
  world: YesWorld,
  {
    asking: { request, known },
    addition,
    reader,
  }: {
    readonly asking: Asking;
    readonly addition: Addition | undefined;
    readonly reader: Subscriber;
  },
  source: Fact['details'],
  at: Instant,
): Promise<Fact> {
  const { mail, language } = request?.asked.details ?? {};
  const worded = { ...(mail && { wording: mail }), ...(language && { language }) };
  const plain: Fact = { kind: 'confirmed', at, details: { ...source, ...worded } };
  if (addition === undefined && isGone(known)) {
    return consentIn(known, reader, plain.details, at) ?? plain;
  }
  if (addition === undefined || request === undefined || known === undefined) return plain;
  const words = wordsFor(world.library, request.enrollments[0]?.course);
  const offer = offerOf(request, addition, world.library.courses, words);
  const goesOn = goesOnWith(known, request);
  const button = await keptWording(world, words.language, offerInWords(offer, words, goesOn));
  return consentIn(known, reader, { ...source, ...button }, at) ?? plain;
}

const askedBy = ({ asked: { at, details } }: Request): Fact => ({
  kind: 'asked',
  at,
  // Who was brought here with a list did not ask by a form.
  details: { ...byReader('form'), ...details },
});
