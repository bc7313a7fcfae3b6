import { randomBytes } from 'node:crypto';
import type { Account } from '../account/account.ts';
import { identityOf } from '../account/identities.ts';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import type { AsyncInvocations } from '../lambda/async-invocations.ts';
import { MalformedRequest } from '../problem.ts';
import type { Services } from '../services/services.ts';
import { ACCOUNT, arn } from '../template/names.ts';
import type { ReceiptAction } from '../template/properties.ts';
import type { Stack } from '../template/stack.ts';
import { headerFacts } from './mail-facts.ts';
import { deliveredMail, type SentMail } from './mailbox.ts';
import { addressesIn, type Header, header, headersOf, recipientsIn } from './mime-headers.ts';
import { receiptHeaders, type Verdicts, verdictsFrom } from './receipt.ts';
import { rulesFor, type Taken } from './receipt-rules.ts';
import type { Received } from './received.ts';

export interface InboundWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly activity: Activity;
  readonly storage: Services;
  readonly asyncInvocations: AsyncInvocations;
  readonly received: Received;
  readonly account: Account;
}

/** A mail on its way through the rules. */
interface Arrival {
  readonly messageId: string;
  readonly at: string;
  readonly source: string;
  readonly headers: readonly Header[];
  readonly verdicts: Verdicts;
}

/** SES's receiving side: matches rules, stores, and hands over. */
export class Inbound {
  readonly #world: InboundWorld;

  constructor(world: InboundWorld) {
    this.#world = world;
  }

  /**
   * Takes a mail as SES would.
   *
   * @param given looks up what the caller says of the envelope and the verdicts
   * @returns SES's id of the mail
   * @throws MalformedRequest when no rule takes it; SES would refuse it while it is being sent
   */
  async receive(raw: Buffer, given: (name: string) => string | undefined): Promise<string> {
    const { clock, activity, account } = this.#world;
    const headers = headersOf(raw);
    const recipients = addressesIn(given('x-envelope-to') ?? recipientsIn(headers).join(', '));
    const names = account.verifiedNames();
    // SES receives for verified domains and what is below them (receiving-email-verification).
    const ours = recipients.filter((one) => identityOf(one, names) !== undefined);
    const taken = rulesFor(account.receiptRules(), account.activeRuleSet(), names, ours);
    if (taken.length === 0) {
      const to = recipients.join(', ') || 'nobody';
      throw new MalformedRequest(`no receipt rule takes this recipient (${to})`);
    }
    const arrival: Arrival = {
      messageId: randomBytes(20).toString('hex'),
      at: clock.iso(),
      source: envelopeSender(headers),
      headers,
      verdicts: verdictsFrom(given),
    };
    await activity.track(this.#deliver(raw, arrival, taken));
    return arrival.messageId;
  }

  /**
   * Takes a mail of our own that goes to a domain of ours, as any other; without an MX record nobody
   * would bring it.
   */
  async arrive(mail: SentMail): Promise<void> {
    const { account } = this.#world;
    for (const recipient of mail.recipients) {
      const domain = recipient.slice(recipient.lastIndexOf('@') + 1);
      const rules = account.receiptRules();
      const active = account.activeRuleSet();
      const taken = rulesFor(rules, active, account.verifiedNames(), [recipient]);
      if (taken.length === 0 || !account.hasInbound(domain)) continue;
      const { spf, dkim, dmarc } = account.state.verdicts;
      const told: Readonly<Record<string, string>> = {
        'x-envelope-to': recipient,
        'x-verdict-spf': spf,
        'x-verdict-dkim': dkim,
        'x-verdict-dmarc': dmarc,
      };
      await this.receive(deliveredMail(mail), (name) => told[name]);
    }
  }

  /** The objects that an earlier run stored: the buckets themselves forget. */
  async restore(): Promise<void> {
    for (const { paths, raw } of this.#world.received.all()) {
      for (const path of paths) await this.#world.storage.s3('PUT', path, raw);
    }
  }

  async #deliver(raw: Buffer, arrival: Arrival, taken: readonly Taken[]): Promise<void> {
    const { messageId, at, source, headers, verdicts } = arrival;
    const recipients = [...new Set(taken.flatMap((one) => one.recipients))];
    const top = receiptHeaders(messageId, source, recipients, verdicts, new Date(at));
    const stored = Buffer.concat([top, raw]);
    const paths: string[] = [];
    const invocations: (() => void)[] = [];
    for (const one of taken) {
      for (const action of one.rule.Rule.Actions) {
        if (action.S3Action)
          paths.push(...(await this.#store(one, action.S3Action, arrival, stored)));
        if (action.LambdaAction) invocations.push(() => this.#invoke(one, action, arrival));
      }
      if (one.rule.Rule.Actions.some(({ StopAction }) => StopAction !== undefined)) break;
    }
    const from = addressesIn(header(headers, 'from') ?? '')[0] ?? source;
    this.#world.received.add({ messageId, at, from, recipients, paths, raw: stored });
    for (const invoke of invocations) invoke();
  }

  async #store(
    taken: Taken,
    { BucketName, ObjectKeyPrefix }: NonNullable<ReceiptAction['S3Action']>,
    { messageId }: Arrival,
    stored: Buffer,
  ): Promise<readonly string[]> {
    const { access, storage } = this.#world;
    const key = `${ObjectKeyPrefix}${messageId}`;
    const ses = { is: 'service', service: 'ses.amazonaws.com' } as const;
    const context = { 'aws:SourceAccount': [ACCOUNT], 'aws:SourceArn': [ruleArn(taken)] };
    const resource = `arn:aws:s3:::${BucketName}/${key}`;
    if (access.decide(ses, 's3:PutObject', resource, context).is === 'denied') return [];
    const path = `/${BucketName}/${key}`;
    await storage.s3('PUT', path, stored);
    return [path];
  }

  #invoke(taken: Taken, { LambdaAction }: ReceiptAction, arrival: Arrival): void {
    const { access, stack, asyncInvocations } = this.#world;
    const functionArn = LambdaAction?.FunctionArn ?? '';
    const spec = stack().functions.get(functionArn);
    const allowed = access.mayInvoke('ses.amazonaws.com', functionArn, ruleArn(taken));
    if (spec !== undefined && allowed) {
      asyncInvocations.invoke(spec, receiptEvent(taken, functionArn, arrival));
    }
  }
}

function ruleArn({ rule }: Taken): string {
  return arn('ses', `receipt-rule-set/${rule.RuleSetName}:receipt-rule/${rule.name}`);
}

/** Who the sending server says it is from: empty for a bounce. */
function envelopeSender(headers: readonly Header[]): string {
  const returnPath = header(headers, 'return-path');
  if (returnPath !== undefined) return /<([^>]*)>/.exec(returnPath)?.[1] ?? returnPath;
  return addressesIn(header(headers, 'from') ?? '')[0] ?? '';
}

/** The event of a Lambda action: no body, and `receipt.action` is the Lambda action itself. */
function receiptEvent(
  { rule, recipients }: Taken,
  functionArn: string,
  { messageId, at, source, headers, verdicts }: Arrival,
): object {
  const scanned = (verdict: string) => ({ status: rule.Rule.ScanEnabled ? verdict : 'DISABLED' });
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp: at,
            source,
            messageId,
            destination: recipientsIn(headers),
            ...headerFacts(headers),
          },
          receipt: {
            timestamp: at,
            processingTimeMillis: 500,
            recipients,
            spamVerdict: scanned(verdicts.spam),
            virusVerdict: scanned(verdicts.virus),
            spfVerdict: { status: verdicts.spf },
            dkimVerdict: { status: verdicts.dkim },
            dmarcVerdict: { status: verdicts.dmarc },
            ...(verdicts.dmarc === 'FAIL' && { dmarcPolicy: 'none' }),
            action: { type: 'Lambda', functionArn, invocationType: 'Event' },
          },
        },
      },
    ],
  };
}
