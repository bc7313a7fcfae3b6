import { pathToFileURL } from 'node:url';
import { dueIndexIn } from '../../functions/adapters/due-index.ts';
import { libraryIn } from '../../functions/adapters/library.ts';
import { sesMailer } from '../../functions/adapters/mailer.ts';
import { sendQueueAt } from '../../functions/adapters/send-queue.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { AttemptId } from '../../functions/core/reader/subscriber.ts';
import { mostInMessage } from '../../functions/core/sending/pace.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import { senderOf } from '../../functions/runtime/sender.ts';
import { newBrake } from '../../functions/sending/brake.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { benchReader, DUE } from './happy-path.ts';

/**
 * A process of its own, bundled as the doors are: the CPU of a mail from claim to finalise, and of a
 * due moment in a tick, with AWS at an endpoint of the laptop's. Prints both, in milliseconds.
 */
const [contentDir = '', rate = '', endpoint = ''] = process.argv.slice(2);
const quota = { perDay: -1, sentToday: 0, perSecond: Number(rate) };
const library = libraryIn(pathToFileURL(`${contentDir}/`));
let now: Instant = DUE;
let attempts = 0;

const sending = {
  subscribers: subscribersIn('table'),
  dueIndex: dueIndexIn('table'),
  brake: newBrake(),
  signUps: { sent: async () => {} },
  mailer: sesMailer('set', () => now),
  library,
  sender: senderOf(library, {
    WEB_URL: 'https://letters.example.com',
    REPLY_DOMAIN: 'reply.example.com',
  }),
  // Nothing is in doubt here.
  proofs: { of: async () => ({ mails: [], missing: 0 }) },
  canary: async () => undefined,
  newsletter: {
    sending: async () => [],
    mailOf: () => Promise.reject(new Error('no issues here')),
  },
  now: () => now,
  attempt: () => `attempt-${++attempts}` as AttemptId,
};
const ticking = {
  dueIndex: sending.dueIndex,
  queue: sendQueueAt(`${endpoint}/1/q`),
  broadcasts: { all: async () => [] },
  account: { quota: async () => quota },
  now: () => plusSeconds(now, 60),
};

/** The best of many: whatever else the machine does can only add to it. */
async function leastCpu(times: number, act: () => Promise<unknown>): Promise<number> {
  const measured: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    measured.push((user + system) / 1000);
  }
  return Math.min(...measured.slice(Math.floor(times / 3)));
}

const due = { id: benchReader(0, DUE).id, dueAt: DUE };
const message = mostInMessage(quota);
const mail = await leastCpu(60, async () => {
  now = plusSeconds(now, 1);
  const ended = await Promise.all(Array.from({ length: message }, () => sendDue(sending, due)));
  if (ended.some((one) => one !== 'sent')) throw new Error(`a mail ended as ${ended[0]}`);
});
let taken = 0;
const tick = await leastCpu(12, async () => {
  const ticked = await takeDue(ticking);
  taken = ticked.is === 'quiet' ? 0 : Number(ticked.figures['taken'] ?? 0);
});
console.log(JSON.stringify({ mail: mail / message, due: tick / taken }));
