import { randomBytes } from 'node:crypto';
import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { probesIn } from '../../../functions/adapters/probe.ts';
import { subscribersIn } from '../../../functions/adapters/subscribers.ts';
import { type EmailAddress, parseAddress } from '../../../functions/core/address.ts';
import { instant, plusSeconds } from '../../../functions/core/time.ts';
import { subscriberId } from '../../../functions/core/token.ts';
import type { ClientConfig } from '../account.ts';
import { type CheckWorld, named } from '../check.ts';
import { erasing } from './erase.ts';
import { mailboxIn, type ReceivedMail } from './mailbox.ts';

/** All that a live check touches: the public page, our mailbox, and the stored state of its readers. */
export interface LiveWorld {
  readonly address: EmailAddress;
  /** One alarm of the stack; undefined without any. */
  readonly alarm: string | undefined;
  readonly alarmAddress: string;
  letIn(): Promise<void>;
  /** @returns the status that the form answers */
  signUp(address: string): Promise<number>;
  /** @returns the status that pressing the button is answered with */
  press(link: string): Promise<number>;
  mails(): Promise<readonly ReceivedMail[]>;
  answer(to: string, text: string): Promise<void>;
  /** `pending`, `active`, `left`, `suppressed`; undefined for nobody. */
  standing(address: EmailAddress): Promise<string | undefined>;
  ring(alarm: string): Promise<void>;
  hush(alarm: string): Promise<void>;
  /** What CloudWatch says of telling somebody: nothing as yet, or how it went. */
  told(alarm: string): Promise<'told' | 'failed' | undefined>;
  /** Takes all of these readers away again. @returns how many items are left, which is none */
  erase(addresses: readonly EmailAddress[]): Promise<number>;
  sleep(milliseconds: number): Promise<void>;
  ask: ((question: string) => Promise<string>) | undefined;
}

/** As long as the probe is let through; a check that takes longer has failed by then. */
const LET_IN_SECONDS = 15 * 60;

type Clients = Pick<LiveWorld, 'sleep' | 'ask'> & { readonly config: ClientConfig };

/** The live world of a deployed stack. */
export function liveWorld(world: CheckWorld, { config, sleep, ask }: Clients): LiveWorld {
  const { stack, subject, now } = world;
  const address = probeAddress(subject.replyDomain);
  const table = stack?.outputs['TableName'] ?? '';
  const [bucket = ''] = named(world, 'AWS::S3::Bucket');
  const webUrl = stack?.outputs['WebUrl'] ?? '';
  const mailbox = mailboxIn(bucket, address, now(), config);
  const subscribers = subscribersIn(table, config);
  const probes = probesIn(table, config);
  const idOf = async (one: EmailAddress) =>
    subscriberId(await subscribers.idKey(() => randomBytes(32)), one);
  const eraser = erasing(table, bucket, config);
  return {
    address,
    mails: async () => (await mailbox()).filter(({ isToUs }) => isToUs),
    sleep,
    ask,
    alarmAddress: subject.alarmAddress,
    letIn: () => probes.register({ address, until: plusSeconds(instant(now()), LET_IN_SECONDS) }),
    signUp: (email) => signedUp(webUrl, email),
    press: (link) => pressed(link, sleep),
    answer: (to, text) => sendMail(config, address, to, text),
    async standing(one) {
      const found = await subscribers.find(await idOf(one));
      return found?.is === 'whole' ? found.subscriber.standing.is : undefined;
    },
    async erase(addresses) {
      await probes.forget();
      const ids = await Promise.all(addresses.map(idOf));
      return eraser(ids, await mailbox());
    },
    ...alarmsOf(named(world, 'AWS::CloudWatch::Alarm')[0], now(), config),
  };
}

/** Nobody can guess it, and the form lets nobody else in. */
function probeAddress(replyDomain: string): EmailAddress {
  const address = parseAddress(`doctor-${randomBytes(8).toString('hex')}@${replyDomain}`);
  if (address === undefined) throw new Error('the reply domain makes no address');
  return address;
}

async function signedUp(webUrl: string, email: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email });
  return (await fetch(`${webUrl}/subscribe`, { method: 'POST', headers, body })).status;
}

/** So long a person looks at a page before they press, in milliseconds: quicker is taken for a robot. */
const LOOK_MS = 1500;

/** Opens the page, and sends what its form holds, as a browser without scripts does. */
async function pressed(link: string, sleep: LiveWorld['sleep']): Promise<number> {
  const page = await (await fetch(link)).text();
  const held = /<input type="hidden" name="(\w+)" value="([^"]+)">/g;
  const body = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(held)) body.append(name, value);
  await sleep(LOOK_MS);
  return (await fetch(link, { method: 'POST', redirect: 'manual', body })).status;
}

/** As a reader's mail program would, by the one way out that there is. */
async function sendMail(config: ClientConfig, from: string, to: string, text: string) {
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Re: your letter',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ];
  const Data = new TextEncoder().encode(lines.join('\r\n'));
  await new SESClient(config).send(
    new SendRawEmailCommand({ Source: from, Destinations: [to], RawMessage: { Data } }),
  );
}

function alarmsOf(alarm: string | undefined, since: Date, config: ClientConfig) {
  const client = new CloudWatchClient(config);
  const set = async (AlarmName: string, StateValue: 'ALARM' | 'OK') => {
    const StateReason = 'A test by npm run doctor -- --live: nothing is wrong';
    await client.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason }));
  };
  return {
    alarm,
    ring: (name: string) => set(name, 'ALARM'),
    hush: (name: string) => set(name, 'OK'),
    async told(AlarmName: string) {
      const HistoryItemType = 'Action' as const;
      const { AlarmHistoryItems = [] } = await client.send(
        new DescribeAlarmHistoryCommand({ AlarmName, HistoryItemType, StartDate: since }),
      );
      const [latest] = AlarmHistoryItems;
      if (latest === undefined) return undefined;
      return /^Successfully/.test(latest.HistorySummary ?? '') ? 'told' : 'failed';
    },
  } as const;
}
