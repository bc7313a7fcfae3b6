import { randomUUID } from 'node:crypto';
import { ACCOUNT, arn } from '../template/names.ts';
import { headerFacts } from './mail-facts.ts';
import { deliveredHeaders, type SentMail } from './mailbox.ts';
import type { SendRequest } from './send-request.ts';

/** As SES names its kinds in an event; a destination asks for them in other letters. */
export type EventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'DeliveryDelay' | 'Reject';

/** One event of a configuration set, as SES publishes it. */
export interface SendingEvent {
  readonly type: EventType;
  readonly json: object;
}

/** Who sent a mail by which identity, and what is to happen to it. */
export interface Telling {
  readonly identity: string;
  readonly caller: string;
  /** What somebody has asked to go wrong in a mailbox. */
  happens(recipient: string): string | undefined;
}

/** What became of a mail that SES took: the simulator's addresses do what their names say. */
export function eventsOf(
  mail: SentMail,
  request: SendRequest,
  { identity, caller, happens }: Telling,
): readonly SendingEvent[] {
  const facts = mailFacts(mail, request, identity, caller);
  const event = ([type, details]: Fate): SendingEvent => ({
    type,
    json: {
      eventType: type,
      mail: facts,
      [`${type.charAt(0).toLowerCase()}${type.slice(1)}`]: details,
    },
  });
  const fates = mail.recipients.flatMap((recipient) => {
    const fate = fateOf(happens(recipient) ?? simulated(recipient));
    return fate.map((one) => event(one(recipient, mail.at)));
  });
  return [event(['Send', {}]), ...fates];
}

type Fate = readonly [type: EventType, details: object];
type Tells = (recipient: string, timestamp: string) => Fate;

const SIMULATOR = /^(bounce|complaint|ooto|suppressionlist)(\+.*)?@simulator\.amazonses\.com$/i;

const simulated = (recipient: string) => SIMULATOR.exec(recipient)?.[1]?.toLowerCase();

/** What happens to a mail, by the simulator's names and by those of faults. */
function fateOf(what: string | undefined): readonly Tells[] {
  switch (what) {
    case 'bounce':
    case 'gone':
      return [bounce('Permanent', 'General', '5.1.1', 'smtp; 550 5.1.1 user unknown')];
    case 'suppressionlist':
      return [bounce('Permanent', 'Suppressed', '5.1.1', SUPPRESSED)];
    case 'listed':
      return [bounce('Permanent', 'OnAccountSuppressionList', '5.1.1', SUPPRESSED)];
    case 'full':
      return [bounce('Transient', 'MailboxFull', '4.2.2', 'smtp; 452 4.2.2 mailbox full')];
    case 'unclear':
      return [bounce('Undetermined', 'Undetermined', '', '')];
    case 'ooto':
      return [delivery, bounce('Transient', 'General', '4.0.0', 'smtp; 450 out of office')];
    case 'delayed':
      return [delay, delivery];
    case 'complaint':
      return [delivery, complaint('abuse')];
    case 'not-spam':
      return [delivery, complaint('not-spam')];
    case 'virus':
      return [() => ['Reject', { reason: 'Bad content' }]];
    default:
      return [delivery];
  }
}

const SUPPRESSED = 'Amazon SES has suppressed sending to this address';
const REPORTING = 'a8-70.smtp-out.amazonses.com';

const delivery: Tells = (recipient, timestamp) => [
  'Delivery',
  {
    timestamp,
    processingTimeMillis: 500,
    recipients: [recipient],
    smtpResponse: '250 2.0.0 OK local mailbox',
    reportingMTA: REPORTING,
  },
];

const delay: Tells = (emailAddress, timestamp) => [
  'DeliveryDelay',
  {
    timestamp,
    delayType: 'MailboxFull',
    expirationTime: new Date(Date.parse(timestamp) + 14 * 3_600_000).toISOString(),
    delayedRecipients: [{ emailAddress, status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 full' }],
    reportingMTA: REPORTING,
  },
];

const complaint =
  (complaintFeedbackType: string): Tells =>
  (emailAddress, timestamp) => [
    'Complaint',
    {
      feedbackId: feedbackId(),
      complaintSubType: null,
      complainedRecipients: [{ emailAddress }],
      timestamp,
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType,
      arrivalDate: timestamp,
    },
  ];

const bounce =
  (bounceType: string, bounceSubType: string, status: string, diagnosticCode: string): Tells =>
  (emailAddress, timestamp) => [
    'Bounce',
    {
      feedbackId: feedbackId(),
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress, action: 'failed', status, diagnosticCode }],
      timestamp,
      reportingMTA: `dns; ${REPORTING}`,
    },
  ];

const feedbackId = () => `0100${randomUUID()}-000000`;

function mailFacts(
  mail: SentMail,
  { source, fromAddress, tags, configurationSet }: SendRequest,
  identity: string,
  caller: string,
): object {
  const given = new Map<string, string[]>([
    ['ses:operation', ['SendRawEmail']],
    ...(configurationSet === undefined
      ? []
      : [['ses:configuration-set', [configurationSet]] as [string, string[]]]),
    ['ses:source-ip', ['127.0.0.1']],
    ['ses:from-domain', [fromAddress.slice(fromAddress.lastIndexOf('@') + 1)]],
    ['ses:caller-identity', [caller]],
  ]);
  for (const { name, value } of tags) given.set(name, [...(given.get(name) ?? []), value]);
  return {
    timestamp: mail.at,
    source,
    sourceArn: arn('ses', `identity/${identity}`),
    sendingAccountId: ACCOUNT,
    messageId: mail.id,
    destination: mail.recipients,
    ...headerFacts(deliveredHeaders(mail)),
    tags: Object.fromEntries(given),
  };
}
