import type { Instant, LocalDate, Zone } from '../../functions/core/time.ts';
import type { Desk } from './desk.ts';

/** A count that ends somewhere: beyond it, it is known that there are more. */
export interface AtLeast {
  readonly count: number;
  readonly more: boolean;
}

/** What lets mails go, or keeps them. */
export interface Sending {
  /** SES refused the whole account: nothing goes before this moment. */
  readonly heldUntil?: Instant;
  /** SES gives no answers: one probe a minute goes. */
  readonly restsSince?: Instant;
  /** Too many letters came back: none go until `kindling release`. */
  readonly stopped?: { readonly since: Instant; readonly because: string };
  /** The form asks for more than an address, or sends its mails slowly. */
  readonly form: 'open' | 'careful' | 'slow';
}

export interface Ringing {
  readonly name: string;
  /** Says which article of the runbook to read. */
  readonly description: string;
}

/** How things stand now. */
export interface Today {
  readonly now: Instant;
  /** The author's day. */
  readonly day: LocalDate;
  readonly zone: Zone;
  /** Mails that come due before this day is over. */
  readonly due: AtLeast;
  /** Mails whose moment has come, and that have not gone. */
  readonly waiting: AtLeast;
  /** Of those that have waited longest, how many were looked at, and whose fate nobody knows. */
  readonly doubt: { readonly looked: number; readonly count: number };
  /** Messages on the send queue, which hold up to 13 due moments each; absent where it can't be asked. */
  readonly queued?: number;
  /** All mails of the account within 24 hours, and what SES lets it send in them; `perDay` -1 is no limit. */
  readonly quota: {
    readonly sent: number;
    readonly perDay: number;
    readonly left: number;
    readonly perSecond: number;
  };
  readonly sending: Sending;
  /** Alarms that ring; absent where they can't be asked. */
  readonly alarms?: readonly Ringing[];
  /** Courses that were deployed once, that readers are in, and that the folder has no more. */
  readonly missing: readonly string[];
}

export declare function today(desk: Desk): Promise<Today>;
