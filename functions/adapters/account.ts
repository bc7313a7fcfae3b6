import {
  GetSendQuotaCommand,
  GetSendStatisticsCommand,
  SESClient,
  type SESClientConfig,
} from '@aws-sdk/client-ses';
import type { Quota } from '../core/sending/pace.ts';
import { type Instant, instant } from '../core/time.ts';

/** The account at the mail provider. */
export interface Account {
  quota(): Promise<Quota>;
  /**
   * How many mails it tried to deliver since a moment of the last two weeks, whoever sent them: in
   * quarters of an hour, and so far behind (SES API reference, "GetSendStatistics").
   */
  sentSince(from: Instant): Promise<number>;
}

/** SES answers in 150 ms; three attempts of this fit the tick's time many times over. */
const ANSWER_MS = 5000;

/**
 * A client apart from the mailer's: asking for the quota twice does no harm, so the SDK may hide a
 * hiccup, or a connection that died since the last tick, by its own retries.
 */
export function sesAccount(config: SESClientConfig = {}): Account {
  const client = new SESClient({
    requestHandler: {
      connectionTimeout: 3000,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
    },
    ...config,
  });
  return {
    async quota() {
      const answer = await client.send(new GetSendQuotaCommand({}));
      return {
        perDay: answer.Max24HourSend ?? 0,
        sentToday: answer.SentLast24Hours ?? 0,
        perSecond: answer.MaxSendRate ?? 1,
      };
    },
    async sentSince(from) {
      const { SendDataPoints = [] } = await client.send(new GetSendStatisticsCommand({}));
      return SendDataPoints.filter(
        ({ Timestamp }) => Timestamp !== undefined && instant(Timestamp) >= from,
      ).reduce((sum, { DeliveryAttempts = 0 }) => sum + DeliveryAttempts, 0);
    },
  };
}
