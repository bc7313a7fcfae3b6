import { arn } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';
import type { Topics } from './topics.ts';

const NOTICE = 'Successfully validated SNS topic for Amazon SES event publishing.';

/** Event destinations as they come into being: SES tries each topic with a notice in plain text. */
export class EventDestinations {
  readonly #topics: Topics;
  readonly #tried = new Set<string>();

  constructor(topics: Topics) {
    this.#topics = topics;
  }

  /** Tries those of a stack that were not there before. */
  async provision({ eventDestinations }: Stack): Promise<void> {
    for (const { ConfigurationSetName, EventDestination } of eventDestinations) {
      const source = arn('ses', `configuration-set/${ConfigurationSetName}`);
      const { TopicARN } = EventDestination.SnsDestination ?? {};
      if (TopicARN === undefined) continue;
      const destination = `${source} ${TopicARN}`;
      if (this.#tried.has(destination)) continue;
      this.#tried.add(destination);
      await this.#topics.publish('ses.amazonaws.com', source, TopicARN, NOTICE);
    }
  }
}
