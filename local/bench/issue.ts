import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { broadcastsIn } from '../../functions/adapters/broadcasts.ts';
import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import type { Library } from '../../functions/adapters/library.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { startsAt } from '../../functions/core/sending/broadcast.ts';
import type { Instant, LocalDate } from '../../functions/core/time.ts';
import { type Figures, startCloud } from '../cloud/cloud.ts';
import { benchReader, DUE, post, tableOf } from './happy-path.ts';

/** What an issue costs, from the moment at which it is brought out. */

const DAY = '2026-11-24' as LocalDate;
/** An hour before the day begins anywhere. */
const BEGINS = '2026-11-23T09:00:00Z' as Instant;
/** The second look at everybody: the day has come everywhere. */
const SECOND = '2026-11-24T12:00:00Z' as Instant;
const AWHILE = 1800;

const later = (moment: Instant, seconds: number): string =>
  new Date(Date.parse(moment) + seconds * 1000).toISOString();

/** Somebody who has had every letter, and gets the newsletter. */
function taker(number: number, { courses }: Library): Subscriber {
  const { dueAt: _, ...reader } = benchReader(number, DUE);
  const enrollments = reader.enrollments.map((one) => {
    const course = courses.find(({ slug }) => slug === one.course);
    return { ...one, received: (course?.lessons ?? []).map(({ id }) => id) };
  });
  const issues = { from: '2026-10-01' as LocalDate };
  return { ...reader, enrollments, newsletter: true, issues };
}

/** What the meters say of the three parts of an issue's way. */
export interface IssueFigures {
  /** Everybody is looked at, and told that it waits. */
  readonly telling: Figures;
  /** It goes, to all of them at once. */
  readonly sending: Figures;
  /** Everybody is looked at once more. */
  readonly looking: Figures;
}

/**
 * Brings out one issue to so many readers, who all get it at the same moment.
 *
 * @param perSecond what the account may send
 */
export async function sendIssue(
  assemblyDir: string,
  library: Library,
  readers: number,
  perSecond: number,
): Promise<IssueFigures> {
  const cloud = await startCloud({ assemblyDir, port: 0, now: later(BEGINS, -4 * AWHILE) });
  try {
    const { name, config } = tableOf(cloud, assemblyDir);
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
    const all = Array.from({ length: readers }, (_, number) => taker(number, library));
    for (let first = 0; first < readers; first += 25) {
      const Items = all
        .slice(first, first + 25)
        .map((reader) => ({ ...keyOf(reader), ...toAttributes(reader) }));
      await Promise.all(
        Items.map((Item) => client.send(new PutCommand({ TableName: name, Item }))),
      );
    }
    const [shipped] = library.newsletters;
    if (shipped === undefined) throw new Error('no issue ships');
    const issue = { ...shipped, date: DAY, audience: {} };
    const broadcasts = broadcastsIn(name, config);
    await broadcasts.note(issue.id, 'scheduled', startsAt(issue));
    await broadcasts.start(issue, BEGINS);
    // What it costs to keep its words is no reader's; it goes on when the meters are set.
    await broadcasts.pause(issue.id);
    await post(cloud, 'ses', { maxSendRate: perSecond });

    const around = async (moment: Instant): Promise<Figures> => {
      await post(cloud, 'clock', { to: later(moment, -AWHILE) });
      await post(cloud, 'metrics/reset');
      if (moment === BEGINS) await broadcasts.resume(issue.id, BEGINS);
      await post(cloud, 'clock', { to: later(moment, AWHILE) });
      return cloud.figures();
    };
    const telling = await around(BEGINS);
    const sending = await around(DUE);
    const looking = await around(SECOND);
    return { telling, sending, looking };
  } finally {
    await cloud.stop();
  }
}
