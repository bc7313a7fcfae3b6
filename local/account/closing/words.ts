import type { CheckWorld } from '../check.ts';
import { named } from '../check.ts';
import type { Received } from './halt.ts';
import type { Closing } from './note.ts';

const DAY = (moment: string) => moment.slice(0, 10);

/** How closing down goes, and where this publication is in it. */
export const stagesInWords = (closing: Closing | undefined): readonly string[] =>
  closing === undefined
    ? [
        'It runs. Closing down has two steps, and the first can be taken back:',
        '  npm run teardown -- --stop   nothing goes out or comes in; pages and links work on',
        '  npm run teardown -- --all    sixty days later: everything goes but what readers gave you',
        'Take the sign-up form off your site first: who signs up after the first step hears nothing.',
      ]
    : [
        `It was stopped on ${DAY(closing.stoppedAt)}. Its links have to work until ${DAY(closing.keepUntil)}.`,
        '  npm run teardown -- --go-on  it runs again',
        '  npm run teardown -- --all    everything goes but what readers gave you',
      ];

export const STOPPED: readonly string[] = [
  'Nothing goes out any more: no letter, no confirmation, no answer.',
  'Pages work on, and so does every link in every letter: who wants to leave can.',
  'Until the rest goes it costs what it costs without a reader: $1.12 to $2.54 a month.',
];

export function receivingInWords(received: Received, replyDomain: string): string {
  switch (received.is) {
    case 'off':
      return `Mail to ${replyDomain} is not taken any more: it bounces, or another rule takes it.`;
    case 'on':
      return `Mail to ${replyDomain} is taken.`;
    case 'not-ours':
      return `The receipt rule set "${received.ruleSet}" is active and has no rule for ${replyDomain}: it was left alone.`;
  }
}

/** What a stack that is deleted leaves in the account (AWS price lists, US East). */
export function remainsInWords(world: CheckWorld): readonly string[] {
  const { stack, subject, region } = world;
  const table = stack?.outputs['TableName'] ?? '';
  const buckets = named(world, 'AWS::S3::Bucket');
  const byHand = subject.hostedZoneId === '' || subject.identity === 'adopt';
  return [
    'What stays, since it is your readers’ or yours:',
    `  the table ${table}, protected: $0.25 a GB and month, and $0.20 for its backups`,
    ...buckets.map(
      (name) => `  the bucket ${name}: $0.023 a GB and month; readers’ mails go after 30 days`,
    ),
    '  backups that you made: $0.10 a GB and month',
    ...(subject.hostedZoneId === '' ? [] : ['  the hosted zone: $0.50 a month']),
    ...(byHand
      ? ['  DNS records that you made, and an identity that was there before: nothing']
      : []),
    'To delete the table, once nobody has a claim to what is in it:',
    `  aws dynamodb update-table --table-name ${table} --no-deletion-protection-enabled --region ${region}`,
    `  aws dynamodb delete-table --table-name ${table} --region ${region}`,
  ];
}
