/**
 * What AWS charges, US East list prices in November 2026, in dollars: the sources are in
 * `docs/sending.md`. No free tier is taken off. The SES fee itself is not in here: every design
 * pays it.
 */
export const PRICES = {
  /** DynamoDB on demand, since November 2024. */
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  /** SES, a mail that comes in; what is over 256 KB costs again. */
  mailReceived: 0.1e-3,
  /** SQS standard queues, first million not taken off. */
  sqsRequest: 0.4e-6,
  /**
   * Firehose, a record that is put: $0.029 a GB in steps of 5 KB. A Send event has 2 to 3 KB, most of it
   * headers, which SES cuts at 10 KB.
   */
  proof: (0.029 * 5 * 1024) / 1024 ** 3,
  /** S3 standard, an object that is read. */
  s3Get: 0.0004e-3,
  /** S3 standard, an object that is put, or a list of up to a thousand. */
  s3Put: 0.005e-3,
  /** Lambda on arm64. */
  lambdaRequest: 0.2e-6,
  lambdaGigabyteSecond: 0.0000133334,
  /** A CloudWatch alarm of standard resolution. */
  alarmMonth: 0.1,
  /** CloudWatch Logs, ingestion. */
  logByte: 0.5 / 1e9,
} as const;

/** How many proofs lie in one object: a minute of the slowest rate out of the sandbox, 14 a second. */
export const PROOFS_AN_OBJECT = 60 * 14;

/** What a function costs that runs for so long, without the call itself. */
export const lambdaSeconds = (seconds: number, megabytes: number): number =>
  seconds * (megabytes / 1024) * PRICES.lambdaGigabyteSecond;

/** How long a call takes with AWS's latencies (sending.md §5); the sender's is in infra/capacity.ts. */
export const SECONDS = { tick: 0.15 } as const;

/** What they get (infra/), in megabytes. */
export const MEGABYTES = 256;
