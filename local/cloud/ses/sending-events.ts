import { randomUUID } from 'node:crypto';
import { ACCOUNT, arn } from '../template/names.ts';
import { headerFacts } from './mail-facts.ts';
import { deliveredHeaders, type SentMail } from './mailbox.ts';
import type { SendRequest } from './send-request.ts';

export type EventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

/** One event of a configuration set, as SES publishes it. */
export interface SendingEvent {
  readonly type: EventType;
  readonly json: object;
}

/** What became of a mail that SES took: the simulator's addresses do what their names say. */
export function eventsOf(
  mail: SentMail,
  request: SendRequest,
  identity: string,
  caller: string,
): readonly SendingEvent[] {
  const facts = mailFacts(mail, request, identity, caller);
  const event = (type: EventType, details: object): SendingEvent => ({
    type,
    json: { eventType: type, mail: facts, [type.toLowerCase()]: details },
  });
  return [
    event('Send', {}),
    ...mail.recipients.flatMap((recipient) =>
      fateOf(recipient).map((type) => event(type, detailsOf(type, recipient, mail.at))),
    ),
  ];
}

const SIMULATOR = /^(bounce|complaint|ooto|suppressionlist)(\+.*)?@simulator\.amazonses\.com$/i;

function fateOf(recipient: string): readonly EventType[] {
  switch (SIMULATOR.exec(recipient)?.[1]?.toLowerCase()) {
    case 'bounce':
    case 'suppressionlist':
      return ['Bounce'];
    case 'ooto':
      return ['Delivery', 'Bounce'];
    case 'complaint':
      return ['Delivery', 'Complaint'];
    default:
      return ['Delivery'];
  }
}

function detailsOf(type: EventType, recipient: string, timestamp: string): object {
  switch (type) {
    case 'Send':
      return {};
    case 'Delivery':
      return {
        timestamp,
        processingTimeMillis: 500,
        recipients: [recipient],
        smtpResponse: '250 2.0.0 OK local mailbox',
        reportingMTA: 'a8-70.smtp-out.amazonses.com',
      };
    case 'Bounce':
      return bounce(recipient, timestamp);
    case 'Complaint':
      return {
        feedbackId: feedbackId(),
        complaintSubType: null,
        complainedRecipients: [{ emailAddress: recipient }],
        timestamp,
        userAgent: 'Amazon SES Mailbox Simulator',
        complaintFeedbackType: 'abuse',
        arrivalDate: timestamp,
      };
  }
}

function bounce(recipient: string, timestamp: string): object {
  const [bounceType, bounceSubType, status, diagnosticCode] = bounceWords(recipient);
  return {
    feedbackId: feedbackId(),
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress: recipient, action: 'failed', status, diagnosticCode }],
    timestamp,
    reportingMTA: 'dns; a8-70.smtp-out.amazonses.com',
  };
}

function bounceWords(recipient: string): readonly [string, string, string, string] {
  if (/^ooto/i.test(recipient)) return ['Transient', 'General', '4.0.0', 'smtp; 450 out of office'];
  if (/^suppressionlist/i.test(recipient)) {
    return [
      'Permanent',
      'Suppressed',
      '5.1.1',
      'Amazon SES has suppressed sending to this address',
    ];
  }
  return ['Permanent', 'General', '5.1.1', 'smtp; 550 5.1.1 user unknown'];
}

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
