import * as z from 'zod';
import type { Account } from '../account/account.ts';
import type { AwsError } from '../aws/errors.ts';
import type { Clock, Moment } from '../clock.ts';
import { MalformedRequest } from '../problem.ts';

const Settings = z.strictObject({
  maxSendRate: z.number().positive().default(14),
  max24HourSend: z.number().min(-1).default(50_000),
  /**
   * Whether the rate is enforced. In virtual time all that is due in an hour may be sent at one
   * instant of the machine's, so this is for tests of the pace.
   */
  enforceRate: z.boolean().default(false),
  /** As after a review by AWS. */
  sendingPaused: z.boolean().default(false),
});

export type SendingSettings = z.infer<typeof Settings>;

const DAY = 86_400_000;

/** What GetSendStatistics tells of: quarters of an hour, of two weeks. */
const QUARTER = 900_000;
const WEEKS = 14 * DAY;

/** What SES lets a new account send (request-production-access). */
const SANDBOX = { maxSendRate: 1, max24HourSend: 200 } as const;

/** The account's sending limits. Mail to the simulator counts to the rate only. */
export class SendingLimits {
  readonly #clock: Clock;
  readonly #account: Pick<Account, 'state'>;
  #settings: SendingSettings = Settings.parse({});
  #sent: { readonly at: Moment; readonly counts: boolean }[] = [];
  /** Mails by the quarter of an hour that they were taken in. */
  #quarters = new Map<Moment, number>();

  constructor(clock: Clock, account: Pick<Account, 'state'>) {
    this.#clock = clock;
    this.#account = account;
  }

  /** As the account's own state has them: a sandbox has less, and one that was shut down nothing. */
  get settings(): SendingSettings {
    const { access, enforcement } = this.#account.state.sending;
    const { sendingPaused } = this.#settings;
    return {
      ...this.#settings,
      ...(access === 'sandbox' && SANDBOX),
      sendingPaused: sendingPaused || enforcement === 'SHUTDOWN',
    };
  }

  /** @throws MalformedRequest */
  change(wish: unknown): SendingSettings {
    const parsed = Settings.partial().safeParse(wish);
    if (!parsed.success) throw new MalformedRequest(z.prettifyError(parsed.error));
    const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
    const asked = Object.keys((wish ?? {}) as object);
    const changed = Object.fromEntries(given.filter(([name]) => asked.includes(name)));
    this.#settings = Settings.parse({ ...this.#settings, ...changed });
    return this.settings;
  }

  sentLast24Hours(): number {
    const since = this.#clock.now() - DAY;
    this.#sent = this.#sent.filter(({ at }) => at > since);
    return this.#sent.filter(({ counts }) => counts).length;
  }

  /** Why no mail to so many recipients can be sent right now. */
  refusal(recipients: number): AwsError | undefined {
    const { max24HourSend, maxSendRate, enforceRate, sendingPaused } = this.settings;
    if (sendingPaused) {
      return {
        code: 'AccountSendingPausedException',
        message: 'Email sending is disabled for your account.',
        status: 400,
      };
    }
    if (max24HourSend >= 0 && this.sentLast24Hours() + recipients > max24HourSend) {
      return throttling('Daily message quota exceeded.');
    }
    const now = this.#clock.now();
    const lastSecond = this.#sent.filter(({ at }) => at > now - 1000).length;
    if (enforceRate && lastSecond + recipients > maxSendRate) {
      return throttling('Maximum sending rate exceeded.');
    }
    return undefined;
  }

  note(recipients: readonly string[]): void {
    const at = this.#clock.now();
    const quarter = at - (at % QUARTER);
    for (const recipient of recipients) {
      const counts = !recipient.endsWith('@simulator.amazonses.com');
      this.#sent.push({ at, counts });
      if (counts) this.#quarters.set(quarter, (this.#quarters.get(quarter) ?? 0) + 1);
    }
  }

  /** How many mails were taken in each quarter of an hour in which there were any. */
  statistics(): readonly (readonly [quarter: Moment, attempts: number])[] {
    const since = this.#clock.now() - WEEKS;
    for (const quarter of this.#quarters.keys())
      if (quarter < since) this.#quarters.delete(quarter);
    return [...this.#quarters];
  }
}

const throttling = (message: string): AwsError => ({ code: 'Throttling', message, status: 400 });
