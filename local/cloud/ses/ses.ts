import { randomUUID } from 'node:crypto';
import type { Account } from '../account/account.ts';
import { identityOf } from '../account/identities.ts';
import type { Activity } from '../activity.ts';
import type { AwsCall, Permission, RawCall } from '../aws/calls.ts';
import { type AwsAnswer, errorAnswer } from '../aws/errors.ts';
import type { Faults } from '../aws/faults.ts';
import type { Caller, ServiceDoor } from '../aws/gateway.ts';
import { queryAnswer } from '../aws/wire.ts';
import type { Clock } from '../clock.ts';
import type { Streams } from '../firehose/streams.ts';
import { arn } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';
import type { Mailbox, SentMail } from './mailbox.ts';
import { refusal } from './refusals.ts';
import { type SendRequest, sendRequest } from './send-request.ts';
import { eventsOf, type SendingEvent } from './sending-events.ts';
import type { SendingLimits } from './sending-limits.ts';
import type { Topics } from './topics.ts';

export interface SesWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly faults: Faults;
  readonly mailbox: Mailbox;
  readonly limits: SendingLimits;
  readonly topics: Topics;
  readonly streams: Streams;
  readonly account: Account;
  failed(error: unknown): void;
  /** Takes a mail that comes back to a domain of ours, if it is received there. */
  arrive(mail: SentMail): Promise<void>;
}

const SES = 'ses.amazonaws.com';

/** Of SES's version 1. */
export const SES_NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

type Parameters = Readonly<Record<string, string>>;

type Action = (world: SesWorld, given: Parameters, caller: Caller) => AwsAnswer;

/** What is served: sending, and its limits. */
const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['SendRawEmail', (world, given, caller) => sendRawEmail(world, sendRequest(given), caller)],
  ['GetSendQuota', sendQuota],
  ['GetSendStatistics', sendStatistics],
]);

/** SES, version 1 of its API, in the Query protocol. Mail goes to the mailbox and nowhere else. */
export function sesDoor(world: SesWorld): ServiceDoor {
  return {
    read(raw) {
      const given = parametersOf(raw);
      const action = given['Action'] ?? '';
      if (!ACTIONS.has(action)) return undefined;
      const permissions = permissionsOf(given, world.account);
      return { service: 'ses', action, input: given, permissions };
    },
    carryOut({ action, input }: AwsCall, _, caller) {
      const answer = ACTIONS.get(action)?.(world, input as Parameters, caller);
      return Promise.resolve(answer ?? result(action, {}));
    },
  };
}

function sendQuota({ limits }: SesWorld): AwsAnswer {
  const { max24HourSend, maxSendRate } = limits.settings;
  return result('GetSendQuota', {
    Max24HourSend: max24HourSend.toFixed(1),
    MaxSendRate: maxSendRate.toFixed(1),
    SentLast24Hours: limits.sentLast24Hours().toFixed(1),
  });
}

/** What came back is nought here: it is told by events. */
function sendStatistics({ limits }: SesWorld): AwsAnswer {
  const SendDataPoints = limits.statistics().map(([quarter, DeliveryAttempts]) => ({
    Timestamp: new Date(quarter).toISOString(),
    DeliveryAttempts,
    Bounces: 0,
    Complaints: 0,
    Rejects: 0,
  }));
  return result('GetSendStatistics', { SendDataPoints });
}

function parametersOf({ body }: RawCall): Parameters {
  return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
}

/** Sending needs the permission on the identity and on the configuration set; the rest on `*`. */
function permissionsOf(given: Parameters, account: Account): readonly Permission[] {
  const action = `ses:${given['Action']}`;
  if (action !== 'ses:SendRawEmail') return [{ action, resource: '*' }];
  const { fromAddress, recipients, configurationSet } = sendRequest(given);
  const context = { 'ses:FromAddress': [fromAddress], 'ses:Recipients': recipients };
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  const identity = identityOf(fromAddress, account.verifiedNames()) ?? domain;
  const asked = [identity, ...sandboxed(recipients, account)];
  return [
    ...[...new Set(asked)].map((name) => ({
      action,
      resource: arn('ses', `identity/${name}`),
      context,
    })),
    ...(configurationSet === undefined
      ? []
      : [{ action, resource: arn('ses', `configuration-set/${configurationSet}`), context }]),
  ];
}

/** In the sandbox the recipients' own identities are asked for as well. */
function sandboxed(recipients: readonly string[], account: Account): readonly string[] {
  if (account.state.sending.access === 'production') return [];
  const names = account.verifiedNames();
  return recipients.flatMap((recipient) => identityOf(recipient, names) ?? []);
}

function sendRawEmail(world: SesWorld, request: SendRequest, caller: Caller): AwsAnswer {
  const { stack, clock, limits, mailbox, account, faults } = world;
  const refused = refusal(request, stack(), account) ?? limits.refusal(request.recipients.length);
  if (refused !== undefined) return errorAnswer('ses', refused);
  limits.note(request.recipients);
  const id = messageId(clock);
  const mail: SentMail = {
    id,
    at: clock.iso(),
    recipients: request.recipients,
    raw: request.raw,
  };
  mailbox.add(mail);
  const identity = identityOf(request.fromAddress, account.verifiedNames()) ?? '';
  const happens = (recipient: string) =>
    faults.strike('mailboxes', caller.label, 'SendRawEmail', Buffer.from(recipient));
  const told = { identity, caller: caller.role?.name ?? caller.label, happens };
  const events = eventsOf(mail, request, told);
  world.activity.start(() => publish(world, request, events, caller.label), world.failed);
  world.activity.start(() => world.arrive(mail), world.failed);
  return result('SendRawEmail', { MessageId: id });
}

/** Publishes what became of a mail, in order, to the destinations of its configuration set. */
async function publish(
  { stack, faults, topics, streams }: SesWorld,
  { configurationSet }: SendRequest,
  events: readonly SendingEvent[],
  caller: string,
): Promise<void> {
  if (configurationSet === undefined) return;
  const source = arn('ses', `configuration-set/${configurationSet}`);
  for (const { type, json } of events) {
    const fault = faults.strike('ses-events', caller, type);
    if (fault === 'lost') continue;
    const destinations = stack().eventDestinations.filter(
      ({ ConfigurationSetName, EventDestination: { Enabled, MatchingEventTypes } }) =>
        ConfigurationSetName === configurationSet &&
        Enabled &&
        MatchingEventTypes.some((one) => one.toLowerCase() === type.toLowerCase()),
    );
    for (const { EventDestination } of destinations) {
      const { SnsDestination: topic, KinesisFirehoseDestination: stream } = EventDestination;
      const text = JSON.stringify(json);
      for (let time = 0; time < (fault === 'twice' ? 2 : 1); time += 1) {
        if (topic) await topics.publish(SES, source, topic.TopicARN, text);
        if (stream) streams.put(SES, stream.IAMRoleARN, source, stream.DeliveryStreamARN, text);
      }
    }
  }
}

/** Such as `0100018f…-…-000000`. */
function messageId(clock: Clock): string {
  return `0100${clock.now().toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}

const result = (action: string, output: object) => queryAnswer(action, SES_NAMESPACE, output);
