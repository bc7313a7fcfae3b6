import type { Proofs } from '../adapters/proofs.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { arranged } from '../core/reader/owed.ts';
import {
  afterProof,
  type Claimed,
  type Evidence,
  isOpen,
  type Verdict,
  verdictOn,
  weighed,
} from '../core/sending/doubt.ts';
import type { SendOutcome } from '../core/sending/pace.ts';
import { logFigures } from '../runtime/log.ts';
import { type SettlingWorld, settle } from '../runtime/settle.ts';

/** What looking for proofs touches, beside settling. */
export interface DoubtWorld extends SettlingWorld {
  readonly subscribers: SettlingWorld['subscribers'] & Pick<Subscribers, 'restate'>;
  readonly proofs: Proofs;
  /** Sends a mail to nobody, so that a proof of it will come, unless that was done just now. */
  readonly canary: () => Promise<SendOutcome | undefined>;
}

/** How it ended: clear to send, or done for this time. */
export type Cleared =
  | { readonly is: 'send' | 'send-again' }
  | { readonly is: 'known-sent' | 'too-late' | 'open' }
  | {
      readonly is: 'waiting' | 'proofs-late';
      /** What the mail provider answered to the canary: as good as to any mail. */
      readonly outcome: SendOutcome | undefined;
    };

/**
 * Before anything is sent to somebody over whom an earlier claim stood, whatever its due moment was:
 * looks for the proof of its mail. Nobody is written to while it is unknown whether they were.
 */
export async function clearDoubt(world: DoubtWorld, claimed: Claimed): Promise<Cleared> {
  const { subscriber, before } = claimed;
  const now = world.now();
  if (before === undefined) return { is: 'send' };
  const doubtful = { subscriber, before };
  const evidence = isOpen(before, now) ? await evidenceOf(world, doubtful) : undefined;
  const verdict = verdictOn(doubtful, evidence, world.library.courses, now);
  return actOn(world, doubtful, verdict, evidence);
}

async function evidenceOf(
  { proofs }: DoubtWorld,
  { subscriber, before }: Required<Claimed>,
): Promise<Evidence> {
  const found = await proofs.of(subscriber.id, before);
  if (found.missing > 0) logFigures('proofs-missing', { missing: found.missing });
  return weighed(found, before, subscriber);
}

async function actOn(
  world: DoubtWorld,
  { subscriber, before }: Required<Claimed>,
  verdict: Verdict,
  evidence: Evidence | undefined,
): Promise<Cleared> {
  const { subscribers, library } = world;
  const { claim } = subscriber;
  const { courses } = library;
  switch (verdict) {
    case 'send':
    case 'send-again': {
      // What was in doubt is not any more: from here on it is this attempt alone.
      const ours = await subscribers.restate(subscriber, {
        ...claim,
        since: claim.at,
        sinceZone: claim.zone,
      });
      return { is: ours ? verdict : 'open' };
    }
    case 'known-sent':
      await settle(world, subscriber, claim.attempt, (latest, at) =>
        evidence?.is === 'sent' ? afterProof(latest, evidence.mails, before, courses, at) : latest,
      );
      return { is: 'known-sent' };
    case 'put-off':
      await settle(world, subscriber, claim.attempt, (latest, at) => arranged(latest, courses, at));
      return { is: 'too-late' };
    case 'wait': {
      // The old claim stands again, with a new lease: what was tried when stays known.
      await subscribers.restate(subscriber, { ...before, attempt: claim.attempt, at: claim.at });
      const looked = before.tried < before.at;
      return { is: looked ? 'proofs-late' : 'waiting', outcome: await world.canary() };
    }
  }
}
