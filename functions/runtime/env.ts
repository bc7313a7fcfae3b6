import * as z from 'zod/mini';

/** Every door has it: whose figures it writes (runtime/log.ts). */
const stack = { STACK_NAME: z.string() };
const table = { ...stack, TABLE_NAME: z.string() };
const web = { WEB_URL: z.string() };
const links = { ...web, REPLY_DOMAIN: z.string() };
const mail = { CONFIGURATION_SET: z.string() };
const inbound = { MAIL_BUCKET: z.string(), MAIL_PREFIX: z.string() };
const proofs = { PROOF_BUCKET: z.string(), PROOF_PREFIX: z.string() };
const queue = { SEND_QUEUE_URL: z.string() };

/** What each door is told by the stack; infra builds its environment from the same type. */
export const ENVIRONMENTS = {
  web: z.object({ ...table, ...queue, ...links, ...mail, ...inbound }),
  tick: z.object({ ...table, ...queue }),
  send: z.object({ ...table, ...links, ...mail, ...proofs }),
  publish: z.object({ ...table }),
  replies: z.object({
    ...table,
    ...queue,
    ...links,
    ...mail,
    ...inbound,
  }),
  feedback: z.object({ ...table }),
  redact: z.object({ ...table, ...proofs }),
  errands: z.object({ ...table, ...links, ...mail, ...inbound }),
} as const;

export type DoorName = keyof typeof ENVIRONMENTS;
export type Environment<Door extends DoorName> = z.infer<(typeof ENVIRONMENTS)[Door]>;

/**
 * Reads a door's environment, once, when its module loads.
 *
 * @throws naming the variables that the stack did not give
 */
export function environment<Door extends DoorName>(
  door: Door,
  given: Readonly<Record<string, string | undefined>>,
): Environment<Door> {
  const parsed = ENVIRONMENTS[door].safeParse(given);
  if (parsed.success) return parsed.data as Environment<Door>;
  const missing = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Error(`door ${door}: environment lacks ${missing}`);
}
