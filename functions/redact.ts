import { countsIn } from './adapters/counts.ts';
import { redactionIn } from './adapters/redaction.ts';
import { instant } from './core/time.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { logFigures } from './runtime/log.ts';

const env = environment('redact', process.env);
const redaction = redactionIn(env.PROOF_BUCKET, env.PROOF_PREFIX);
const counts = countsIn(env.TABLE_NAME);

/** Every quarter of an hour: what proves that mails went is counted, and names nobody any more. */
export const handler = door('redact', async (): Promise<void> => {
  const now = instant(new Date());
  const done = await redaction.redact((told) => counts.addOnce(told, now));
  const { redacted, failed, uncounted } = done;
  if (redacted + failed + uncounted > 0) logFigures('redact', { redacted, failed, uncounted });
  if (failed > 0) throw new Error('proofs that could not be redacted');
  if (uncounted > 0) throw new Error('proofs that could not be counted');
});
