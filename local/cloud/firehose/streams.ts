import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Activity } from '../activity.ts';
import type { Faults } from '../aws/faults.ts';
import type { Clock, Moment } from '../clock.ts';
import { type Access, trusts } from '../iam/access.ts';
import type { Services } from '../services/services.ts';
import { ACCOUNT, nameInArn } from '../template/names.ts';
import type { DeliveryStream } from '../template/properties.ts';
import type { Named, Stack } from '../template/stack.ts';

export interface StreamsWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly activity: Activity;
  readonly storage: Services;
  readonly faults: Faults;
  failed(error: unknown): void;
}

interface Buffered {
  /** When its oldest record came. */
  readonly since: Moment;
  readonly records: string[];
  bytes: number;
  /** Since when it waits for the next try to write it. */
  waits: Moment;
}

/**
 * Firehose between AWS services: records are put one behind the other, for as long as the stream says
 * or until there are so many of them, and become one object in its bucket.
 */
export class Streams {
  readonly #world: StreamsWorld;
  readonly #buffers = new Map<string, Buffered>();
  #timer: NodeJS.Timeout | undefined;

  constructor(world: StreamsWorld) {
    this.#world = world;
  }

  /**
   * Puts a record by a role that a service takes on, if trust and permissions let it.
   *
   * @param sourceArn on whose behalf the service does
   */
  put(
    service: string,
    roleArn: string,
    sourceArn: string,
    streamArn: string,
    record: string,
  ): void {
    const stream = this.#world.stack().deliveryStreams.find(({ arn }) => arn === streamArn);
    const allowed = this.#as(service, roleArn, sourceArn, 'firehose:PutRecordBatch', streamArn);
    if (!allowed || stream === undefined) return;
    const now = this.#world.clock.now();
    const fresh = { since: now, waits: now, records: [], bytes: 0 };
    const buffer: Buffered = this.#buffers.get(streamArn) ?? fresh;
    buffer.records.push(record);
    buffer.bytes += record.length;
    this.#buffers.set(streamArn, buffer);
    const { SizeInMBs } = stream.properties.ExtendedS3DestinationConfiguration.BufferingHints;
    if (buffer.bytes >= SizeInMBs * 1024 * 1024) this.#flush(stream);
    this.#setAlarm();
  }

  /** When the next buffer has waited for long enough. */
  nextWake(): Moment | undefined {
    const ends = this.#open().map(({ end }) => end);
    return ends.length === 0 ? undefined : Math.min(...ends);
  }

  /** Writes what has waited for long enough. */
  wake(): void {
    const now = this.#world.clock.now();
    for (const { stream, end } of this.#open()) if (end <= now) this.#flush(stream);
    this.#setAlarm();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #open(): readonly { readonly stream: Named<DeliveryStream>; readonly end: Moment }[] {
    return this.#world.stack().deliveryStreams.flatMap((stream) => {
      const buffer = this.#buffers.get(stream.arn);
      const { BufferingHints } = stream.properties.ExtendedS3DestinationConfiguration;
      return buffer === undefined
        ? []
        : [{ stream, end: buffer.waits + BufferingHints.IntervalInSeconds * 1000 }];
    });
  }

  #flush({ arn, name, properties }: Named<DeliveryStream>): void {
    const buffer = this.#buffers.get(arn);
    if (buffer === undefined) return;
    const fault = this.#world.faults.strike('firehose', 'firehose', 'PutObject');
    if (fault === 'late') {
      buffer.waits = this.#world.clock.now();
      return;
    }
    this.#buffers.delete(arn);
    if (fault === 'lost') return;
    const { BucketARN, RoleARN, Prefix } = properties.ExtendedS3DestinationConfiguration;
    const { clock, activity, storage, failed } = this.#world;
    const key = keyOf(Prefix, name, buffer.since, clock.now());
    const as = (action: string, resource: string) =>
      this.#as('firehose.amazonaws.com', RoleARN, arn, action, resource);
    // It looks where the bucket is before it writes.
    if (!as('s3:GetBucketLocation', BucketARN)) return;
    if (!as('s3:PutObject', `${BucketARN}/${key}`)) return;
    const packed = gzipSync(buffer.records.join(''));
    const path = `/${nameInArn(BucketARN)}/${key}`;
    activity.start(() => storage.s3('PUT', path, packed), failed);
  }

  #as(service: string, roleArn: string, sourceArn: string, action: string, resource: string) {
    const { stack, access } = this.#world;
    const role = stack().roles.get(roleArn);
    const context = { 'aws:SourceAccount': [ACCOUNT], 'aws:SourceArn': [sourceArn] };
    if (!trusts(role, service, context)) {
      access.refuse({ is: 'service', service }, 'sts:AssumeRole', roleArn);
      return false;
    }
    const principal = { is: 'role', arn: roleArn, label: nameInArn(roleArn) } as const;
    return access.decide(principal, action, resource).is === 'allowed';
  }

  #setAlarm(): void {
    clearTimeout(this.#timer);
    const next = this.nextWake();
    if (next === undefined) return;
    const wait = Math.min(Math.max(next - this.#world.clock.now(), 1), 60_000);
    this.#timer = setTimeout(() => this.wake(), wait);
  }
}

/**
 * The name of an object (Firehose developer guide, "Configure Amazon S3 object name format"): the prefix
 * tells when its oldest record came, and the rest when it was written.
 */
function keyOf(prefix: string, stream: string, oldest: Moment, written: Moment): string {
  const parts = (moment: Moment) => new Date(moment).toISOString().split(/[-T:.]/);
  const [yyyy = '', MM = '', dd = '', HH = '', mm = ''] = parts(oldest);
  const named = { yyyy, MM, dd, HH, mm } as Readonly<Record<string, string>>;
  const evaluated = prefix.replaceAll(/!\{timestamp:([^}]*)\}/g, (_, format: string) =>
    format.replaceAll(/[a-zA-Z]+/g, (part) => named[part] ?? part),
  );
  return `${evaluated}${stream}-1-${parts(written).slice(0, 6).join('-')}-${randomUUID()}.gz`;
}
