import '../../emails/production.ts';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compileMail } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import { exampleValues } from '../../emails/examples.ts';
import { lessonMails } from '../../emails/mails.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { CourseOutline } from '../../functions/core/course.ts';
import { composeOwed, type Sender } from '../../functions/core/mail/compose.ts';
import { writeMail } from '../../functions/core/mail/write.ts';
import { afterSending, type OwedMail } from '../../functions/core/reader/owed.ts';
import type { AttemptId } from '../../functions/core/reader/subscriber.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import { benchReader } from './happy-path.ts';
import { staticMarkup } from './static-markup.tsx';

const NOW = '2026-11-24T07:00:00Z' as Instant;
/** Made before anything is measured: a sender gets its reader from the table. */
const READERS = 5000;
/** Claimed at 14 a second, as a drain does. */
const PER_SECOND = 13;
const SENDER: Sender = {
  publicationName: 'Closer Letters',
  fromName: 'Closer Letters',
  fromAddress: 'letters@example.com' as EmailAddress,
  replyDomain: 'reply.example.com',
  webUrl: 'https://letters.example.com',
};

/** The first lesson that ships, both ways. */
export async function firstLesson() {
  const content = loadContent('content');
  const [first] = lessonMails(content);
  if (first === undefined) throw new Error('content has no lesson');
  const { course, lesson, mail } = first;
  const compiled = await compileMail(mail);
  const outline = course as unknown as CourseOutline;
  // Made once: what is compared is writing with drawing, and not how an example is made up.
  const values = exampleValues(mail.words);
  const readers = Array.from({ length: READERS }, (_, number) => {
    const at = plusSeconds(NOW, Math.floor(number / PER_SECOND));
    const reader = benchReader(number, NOW);
    const attempt = 'bench' as AttemptId;
    const { zone } = reader;
    const claim = { attempt, at, zone, due: NOW, since: at, sinceZone: zone, tried: at };
    return { ...reader, claim };
  });
  const readerOf = (number: number) => readers[number % READERS] ?? benchReader(number, NOW);
  const owed: OwedMail = { kind: 'lesson', course: course.slug, lesson: lesson.id };
  return {
    compiled,
    /** What the reader becomes by it, which is made before the mail may leave. */
    becomes: (number: number): unknown => {
      const reader = readerOf(number);
      return afterSending(reader, owed, [outline], reader.claim?.at ?? NOW);
    },
    /** The exact bytes for one reader, from a due subscriber to what SES takes. */
    write: (number: number): string =>
      writeMail(
        composeOwed(readerOf(number), {
          mail: compiled,
          course: outline,
          words: mail.words,
          sender: SENDER,
          now: NOW,
          owed,
        }),
      ),
    render: (): string => staticMarkup(mail, values),
  };
}

/** Messages ready to be sent and noted as sent a second, divided by static renders a second, in one run. */
export async function throughputRatio(): Promise<number> {
  const { write, becomes, render } = await firstLesson();
  const message = (number: number): unknown => [becomes(number), write(number)];
  // By CPU time: on a machine that does much else, the one of two that was interrupted is slower.
  const perCall = (act: (number: number) => unknown, calls: number): number => {
    for (let warm = 0; warm < calls / 4; warm += 1) act(warm);
    const from = process.cpuUsage();
    for (let call = 0; call < calls; call += 1) act(call);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / calls;
  };
  const ratios = Array.from({ length: 9 }, () => perCall(render, 200) / perCall(message, 2000));
  return ratios.sort((a, b) => a - b)[4] ?? 0;
}

/** The ratio in a fresh process, with the code built as it is deployed. */
export async function measuredThroughput(folder: string): Promise<number> {
  const outfile = join(folder, 'throughput.mjs');
  await build({
    entryPoints: ['local/bench/throughput-run.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [outfile], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout.trim().split('\n').at(-1));
}
