import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Activity } from '../activity.ts';
import type { Faults } from '../aws/faults.ts';
import type { Clock, Moment } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import type { Services } from '../services/services.ts';
import { nameInArn } from '../template/names.ts';
import type { DeliveryStream } from '../template/properties.ts';
import type { Named, Stack } from '../template/stack.ts';
import type { LateArrivals } from '../weather/late.ts';
import type { Weather } from '../weather/weather.ts';

export interface StreamsWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly activity: Activity;
  readonly late: LateArrivals;
  readonly weather: Weather;
  readonly storage: Services;
  readonly faults: Faults;
  failed(error: unknown): void;
}

interface Buffered {
  /** When its oldest record came. */
  readonly since: Moment;
  readonly records: string[];
  bytes: number;
}

/**
 * Firehose between AWS services: records are put one behind the other, for as long as the stream says
 * or until there are so many of them, and become one object in its bucket.
 */
export class Streams {
  readonly #world: StreamsWorld;
  readonly #buffers = new Map<string, Buffered>();

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
    const { stack, late, weather } = this.#world;
    const stream = stack().deliveryStreams.find(({ arn }) => arn === streamArn);
    const allowed = this.#as(service, roleArn, sourceArn)('firehose:PutRecordBatch', streamArn);
    if (!allowed || stream === undefined) return;
    for (const delay of weather.proofDelays()) {
      if (delay === 0) this.#buffer(stream, record);
      else late.after(delay, async () => this.#buffer(stream, record));
    }
  }

  #buffer(stream: Named<DeliveryStream>, record: string): void {
    const { clock, activity, failed } = this.#world;
    const { arn: streamArn } = stream;
    const known = this.#buffers.get(streamArn);
    const buffer: Buffered = known ?? { since: clock.now(), records: [], bytes: 0 };
    buffer.records.push(record);
    buffer.bytes += Buffer.byteLength(record);
    this.#buffers.set(streamArn, buffer);
    if (known === undefined) this.#writeLater(stream, buffer);
    const { SizeInMBs } = stream.properties.ExtendedS3DestinationConfiguration.BufferingHints;
    if (buffer.bytes < SizeInMBs * 1024 * 1024) return;
    activity.start(() => this.#write(stream, buffer), failed);
  }

  /** Writes a buffer when it has waited for long enough, if it still waits then. */
  #writeLater(stream: Named<DeliveryStream>, buffer: Buffered): void {
    const { BufferingHints } = stream.properties.ExtendedS3DestinationConfiguration;
    this.#world.late.after(BufferingHints.IntervalInSeconds * 1000, async () => {
      if (this.#buffers.get(stream.arn) === buffer) await this.#write(stream, buffer);
    });
  }

  async #write(stream: Named<DeliveryStream>, buffer: Buffered): Promise<void> {
    const { clock, storage, faults } = this.#world;
    const fault = faults.strike('firehose', 'firehose', 'PutObject');
    if (fault === 'late') return this.#writeLater(stream, buffer);
    const { arn, name, properties } = stream;
    this.#buffers.delete(arn);
    if (fault === 'lost') return;
    const { BucketARN, RoleARN, Prefix } = properties.ExtendedS3DestinationConfiguration;
    const key = keyOf(Prefix, name, buffer.since, clock.now());
    const may = this.#as('firehose.amazonaws.com', RoleARN, arn);
    // It looks where the bucket is before it writes.
    if (!may('s3:GetBucketLocation', BucketARN)) return;
    if (!may('s3:PutObject', `${BucketARN}/${key}`)) return;
    const packed = gzipSync(buffer.records.join(''));
    await storage.s3('PUT', `/${nameInArn(BucketARN)}/${key}`, packed);
  }

  #as(service: string, roleArn: string, sourceArn: string) {
    const { access } = this.#world;
    return (action: string, resource: string): boolean =>
      access.lets({ service, roleArn, sourceArn, label: nameInArn(roleArn) }, action, resource);
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
