import { type AccountConfig, stackName } from '../../infra/config.ts';
import type { Settings } from './settings.ts';

/** What an account is checked against: the author's configuration, with what follows from it. */
export interface Subject extends AccountConfig {
  readonly stackName: string;
  /** Where bounces go (MAIL FROM). */
  readonly bounceDomain: string;
  readonly fromAddress: string;
}

export function subjectOf({ config, publication }: Settings): Subject {
  return Object.assign({}, config, {
    stackName: stackName(config),
    bounceDomain: `bounce.${config.domain}`,
    fromAddress: publication.from.address,
  });
}
