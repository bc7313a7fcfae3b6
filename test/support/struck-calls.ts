/**
 * What can go wrong with one call of a door, named by what the call does: a text in its request tells
 * a claim from a finalise, whatever the order in which a batch makes them.
 */

const dynamodb = (door: string, action: string, containing?: string) => (kind: string) => ({
  service: 'dynamodb',
  kind,
  function: door,
  action,
  ...(containing !== undefined && { containing }),
});

/** The sender's calls. */
export const claim = dynamodb('send', 'UpdateItem', 'SET claim = :claim');
export const finalise = dynamodb('send', 'UpdateItem', '#claim.attempt = :attempt');
export const release = dynamodb('send', 'UpdateItem', 'REMOVE claim,');
/** What a look for proofs makes of a claim: it stands as it did, or begins its doubt anew. */
export const restate = dynamodb('send', 'UpdateItem', 'claimSince = :since');
export const hold = dynamodb('send', 'UpdateItem', 'SET holdUntil');
export const rest = dynamodb('send', 'UpdateItem', 'SET resting');
export const goOn = dynamodb('send', 'UpdateItem', 'REMOVE resting');
export const ses = (kind: string) => ({
  service: 'ses',
  kind,
  function: 'send',
  action: 'SendRawEmail',
});

/** The tick's. */
export const state = dynamodb('tick', 'GetItem');
export const index = dynamodb('tick', 'Query');
export const place = dynamodb('tick', 'UpdateItem', 'SET progress');
export const probes = dynamodb('tick', 'UpdateItem', 'SET resting');
/** While letters are stopped: how far it has looked for confirmations. */
export const requestsPlace = dynamodb('tick', 'UpdateItem', 'SET stopped');
export const quota = (kind: string) => ({
  service: 'ses',
  kind,
  function: 'tick',
  action: 'GetSendQuota',
});
export const queue = (kind: string) => ({
  service: 'sqs',
  kind,
  function: 'tick',
  action: 'SendMessageBatch',
});
export const waiting = (kind: string) => ({ ...queue(kind), action: 'GetQueueAttributes' });

/** What the sender asks of the issues that are on their way, and of the words of one. */
export const sending = dynamodb('send', 'Query', 'issue#');
export const words = dynamodb('send', 'GetItem', 'mail#');

/** The calls by which an issue is brought out. */
export const noted = dynamodb('newsletter', 'UpdateItem', 'attribute_not_exists(pk) OR (stage');
export const kept = dynamodb('newsletter', 'PutItem');
export const begun = dynamodb('newsletter', 'UpdateItem', 'stage = :running, started');
export const standing = dynamodb('newsletter', 'Query', 'issue#');
export const takers = dynamodb('newsletter', 'Query', 'newsletterShard');
export const loaded = dynamodb('newsletter', 'GetItem');
export const told = dynamodb('newsletter', 'UpdateItem', 'newsletterShard');
export const walked = dynamodb('newsletter', 'UpdateItem', 'started.walk = :walk');

/** What the sender asks the bucket of proofs: first for a list, then for what is in it. */
export const looking = (action: 'ListBucket' | 'GetObject') => (kind: string) => ({
  service: 's3',
  kind,
  function: 'send',
  action,
});
/** An object a minute. */
export const lateProofs = { service: 'firehose', kind: 'late', count: 60 };
