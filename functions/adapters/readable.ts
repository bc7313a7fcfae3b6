/**
 * Every attribute of the table that an author's desk reads: each of its reads names them (local/desk/items.ts), and
 * the policies of whoever works there allow no others (infra/desk-rights.ts). What is not in here can't be seen there:
 * the `secret` that a reader's links are made with, the `secretKey` that the first ones are made of, and the `answer`
 * to a check-in.
 */
const OF_EVERY_ITEM = ['pk', 'sk', 'v', 'expiresAt'] as const;

const OF_READERS = [
  'address',
  'asked',
  'byTurns',
  'claim',
  'claimSince',
  'claimSinceZone',
  'claimZone',
  'days',
  'discreet',
  'dueAt',
  'dueShard',
  'enrollments',
  'hour',
  'issues',
  'last',
  'name',
  'newsletter',
  'newsletterShard',
  'notBefore',
  'quiet',
  'revision',
  'standing',
  'zone',
] as const;

/** What a record says of something that an author did. */
const OF_DEEDS = [
  'also',
  'by',
  'channel',
  'course',
  'place',
  'reason',
  'until',
  'wanted',
  'was',
  'what',
] as const;

/** What records of consent say beside when and what (`letter` is below): a field that is not in here is not shown. */
const OF_FACTS = [
  ...OF_DEEDS,
  'absent',
  'acts',
  'because',
  'consentAt',
  'from',
  'language',
  'mail',
  'network',
  'signedUpAt',
  'site',
  'source',
  'status',
  'tool',
  'url',
  'wording',
] as const;

const OF_REPLIES = [
  'answered',
  'distress',
  'intent',
  'label',
  'letter',
  'messageId',
  'outcome',
  'reader',
  'receivedAt',
  'stage',
  'toAuthor',
] as const;

/** Of counters, of what runs, and of courses as they were deployed. */
const OF_THE_PUBLICATION = [
  'accepted',
  'bounced',
  'complained',
  'holdUntil',
  'key',
  'leftAfter',
  'lessons',
  'next',
  'pausedAfter',
  'progress',
  'refused',
  'releasedAt',
  'replied',
  'resting',
  'rests',
  'retired',
  'sent',
  'since',
  'slowUntil',
  'stopped',
  'tracks',
] as const;

export const READABLE: readonly string[] = [
  ...OF_EVERY_ITEM,
  ...OF_READERS,
  ...OF_FACTS,
  ...OF_REPLIES,
  ...OF_THE_PUBLICATION,
];

/**
 * Every attribute that the desk writes. Where letters go is none of them: whoever could change the address would have
 * the next letter's links. Nor is whose they are, what they asked for, a mail that is on its way, or what proves a
 * consent: which words somebody saw, where, and when they said yes.
 */
export const WRITABLE: readonly string[] = [
  ...OF_EVERY_ITEM,
  ...OF_DEEDS,
  'answered',
  'byTurns',
  'dueAt',
  'dueShard',
  'enrollments',
  'issues',
  'last',
  'leftAfter',
  'newsletter',
  'newsletterShard',
  'notBefore',
  'pausedAfter',
  'revision',
  'standing',
];
