import type { Mailer } from '../adapters/mailer.ts';
import { logFigures } from './log.ts';

/**
 * The same mailer, which also logs by what name the provider refused a mail or all of them: the
 * first thing to know for whoever is called by an alarm. A name is AWS's own word.
 */
export function tellingRefusals(mailer: Mailer): Mailer {
  return {
    async send(mail) {
      const outcome = await mailer.send(mail);
      if (outcome.is === 'not-sent' && outcome.then !== 'retry') {
        logFigures('send-refused', { [outcome.why]: 1 });
      }
      return outcome;
    },
  };
}
