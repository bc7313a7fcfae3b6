import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { Probe } from '../../functions/core/reader/probe.ts';
import { at } from '../support/builders.ts';
import { asking } from '../support/web-requests.ts';

const ADDRESS = 'doctor-abc@reply.example.com' as EmailAddress;
const probe = (fields: Partial<Probe> = {}): Probe => ({
  address: ADDRESS,
  until: at('2026-11-22T10:10:00Z'),
  ...fields,
});

/** The form's clock stands at 10:00. */
describe('nobody joins from the reply domain', () => {
  test.for<readonly [reason: string, email: string, Probe | undefined, status: number]>([
    ['what we would send there comes back to us', ADDRESS, undefined, 422],
    ['in other letters', 'Doctor-ABC@Reply.Example.com', undefined, 422],
    ['but the registered probe', ADDRESS, probe(), 202],
    ['for minutes only', ADDRESS, probe({ until: at('2026-11-22T10:00:00Z') }), 422],
    ['and not another one', 'doctor-xyz@reply.example.com', probe(), 422],
    ['the author’s own domain is another', 'ann@example.com', undefined, 202],
    [
      'a domain below the reply domain is nobody’s business',
      'a@x.reply.example.com',
      undefined,
      202,
    ],
  ])('%s', async ([, email, registered, status]) => {
    const { postJson, world } = asking();
    if (registered !== undefined) world.register(registered);
    expect((await postJson('/subscribe', { email })).status).toBe(status);
    expect(world.queued).toHaveLength(status === 202 ? 1 : 0);
  });
});
