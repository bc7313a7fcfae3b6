import type { CheckIns } from '../adapters/check-ins.ts';
import type { Correspondence } from '../adapters/correspondence.ts';
import type { DueIndex } from '../adapters/due-index.ts';
import type { Erasable } from '../adapters/inbox.ts';
import { type Library, wordsFor } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { Moves } from '../adapters/moves.ts';
import type { OwnData } from '../adapters/own-data.ts';
import type { Presses } from '../adapters/presses.ts';
import type { Probes } from '../adapters/probe.ts';
import type { RateLimit } from '../adapters/rate-limit.ts';
import type { SendQueue } from '../adapters/send-queue.ts';
import type { SignUps } from '../adapters/sign-ups.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Wordings } from '../adapters/wordings.ts';
import type { Sender } from '../core/mail/compose.ts';
import type { Present } from '../core/reader/lifecycle.ts';
import type { Leaver } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import type { IdKey, LinkSecret, SecretKey } from '../core/token.ts';
import type { Words } from '../core/words/words.ts';

/** All that the web door touches. */
export interface WebWorld {
  readonly subscribers: Pick<Subscribers, 'leavers' | 'requests' | 'load' | 'save' | 'movedTo'>;
  readonly moves: Moves;
  readonly checkIns: CheckIns;
  readonly correspondence: Pick<Correspondence, 'settle' | 'label'>;
  readonly ownData: OwnData;
  readonly inbox: Erasable;
  readonly mailer: Mailer;
  readonly sender: Sender;
  readonly rateLimit: RateLimit;
  readonly signUps: Pick<SignUps, 'care' | 'takePlace' | 'sent'>;
  readonly presses: Presses;
  readonly wordings: Wordings;
  readonly probes: Pick<Probes, 'current'>;
  readonly dueIndex: Pick<DueIndex, 'state'>;
  readonly queue: Pick<SendQueue, 'put'>;
  readonly library: Library;
  /** This door's own address, without a slash at its end. */
  readonly webUrl: string;
  readonly replyDomain: string;
  idKey(): Promise<IdKey>;
  secretKey(): Promise<SecretKey>;
  newSecret(): LinkSecret;
  now(): Instant;
  /** Since 1970, for what is shorter than a second. */
  milliseconds(): number;
}

/** What API Gateway tells about a request; absent when a test asks the app directly. */
export interface WebEnv {
  readonly Bindings: {
    readonly requestContext?: { readonly http?: { readonly sourceIp?: string } };
  };
}

/** The present moment, as decisions want it. */
export const presentOf = ({ library, now }: Pick<WebWorld, 'library' | 'now'>): Present => ({
  now: now(),
  courses: library.courses,
});

/** What speaks of nobody's course in particular speaks as the publication does. */
export const wordsOfPublication = ({ library }: WebWorld): Words =>
  library.words(library.languages[0]);

/** A reader's pages speak as their letters do. */
export const wordsOfReader = (
  { library }: Pick<WebWorld, 'library'>,
  { enrollments = [] }: Pick<Leaver, 'enrollments'>,
): Words => wordsFor(library, enrollments[0]?.course);
