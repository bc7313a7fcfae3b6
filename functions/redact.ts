import { redactionIn } from './adapters/redaction.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { logFigures } from './runtime/log.ts';

const env = environment('redact', process.env);
const redaction = redactionIn(env.PROOF_BUCKET, env.PROOF_PREFIX);

/** Every quarter of an hour: what proves that mails went names nobody any more. */
export const handler = door('redact', async (): Promise<void> => {
  const { redacted, failed } = await redaction.redact();
  if (redacted + failed > 0) logFigures('redact', { redacted, failed });
  if (failed > 0) throw new Error('proofs that could not be redacted');
});
