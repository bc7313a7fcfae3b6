import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { walkThrough } from '../../local/account/live/live.ts';
import { mailFor, type ReceivedMail } from '../../local/account/live/mailbox.ts';
import type { LiveWorld } from '../../local/account/live/world.ts';
import { linesOf } from '../../local/account/report.ts';

const ADDRESS = 'doctor-abc@reply.closer.org' as EmailAddress;
const PASS = { spf: 'pass', dkim: 'pass', dmarc: 'pass' };

const mail = (subject: string, fields: Partial<ReceivedMail> = {}): ReceivedMail => ({
  key: `inbound/${subject}`,
  messageId: subject,
  isToUs: true,
  subject,
  text: 'Press: https://read.closer.org/confirm/abc.def',
  replyTo: 'reply+token@reply.closer.org',
  verdicts: PASS,
  ...fields,
});

/** A publication that works, but for what differs. */
function works(differs: Partial<LiveWorld> = {}) {
  const done: string[] = [];
  const standings = new Map<string, string>();
  const mails: ReceivedMail[] = [];
  const world: LiveWorld = {
    address: ADDRESS,
    alarm: 'Kindling-Overdue',
    alarmAddress: 'ann@closer.org',
    letIn: async () => void done.push('let in'),
    async signUp(address) {
      const ours = address === ADDRESS;
      standings.set(address, ours ? 'pending' : 'suppressed');
      if (ours) mails.push(mail('Please confirm'));
      return 202;
    },
    async press(link) {
      done.push(`press ${link}`);
      standings.set(ADDRESS, 'active');
      mails.push(mail('Welcome'));
      return 200;
    },
    mails: async () => mails,
    async answer(to, text) {
      done.push(`answer ${text} to ${to}`);
      standings.set(ADDRESS, 'left');
      mails.push(mail('Goodbye'));
    },
    standing: async (address) => standings.get(address),
    ring: async (alarm) => void done.push(`ring ${alarm}`),
    hush: async (alarm) => void done.push(`hush ${alarm}`),
    told: async () => 'told',
    async erase(addresses) {
      done.push(`erase ${addresses.length}`);
      return 0;
    },
    sleep: async () => undefined,
    ask: undefined,
    ...differs,
  };
  return { world, done };
}

async function printed(world: LiveWorld): Promise<readonly string[]> {
  const lines: string[] = [];
  await walkThrough(world, (found) => lines.push(linesOf(found)[0]?.replace(/ +/g, ' ') ?? ''));
  return lines;
}

test('a reader joins, confirms, reads, answers and is gone, and nothing of it is left', async () => {
  const { world, done } = works();
  expect(await printed(world)).toEqual([
    '✓ sign-up the form took doctor-abc@reply.closer.org',
    '✓ confirmation it came, with DKIM, SPF and DMARC',
    '✓ confirm the button works',
    '✓ letter "Welcome" came',
    '✓ reply "stop" was understood, done and answered',
    '✓ bounce a bounce ends all mail to its address',
    '✓ complaint a complaint ends all mail to its address',
    '✓ alarm an alarm that rang was mailed to ann@closer.org',
    '✓ erased nothing of these readers is left',
  ]);
  expect(done).toEqual([
    'let in',
    'press https://read.closer.org/confirm/abc.def',
    'answer stop to reply+token@reply.closer.org',
    'ring Kindling-Overdue',
    'hush Kindling-Overdue',
    'erase 3',
  ]);
});

describe('what does not work is named', () => {
  test.for<readonly [reason: string, Partial<LiveWorld>, lines: readonly string[]]>([
    [
      'a form that is broken: there is nothing else to look at, but alarms',
      { signUp: async () => 500 },
      ['✗ sign-up the form answered 500', '– letter waits for confirm', '✓ alarm an alarm'],
    ],
    [
      'no mail',
      { mails: async () => [] },
      ['✗ confirmation no mail came in three minutes', '✗ confirm the mail has no button to press'],
    ],
    [
      'mail that receivers will doubt',
      {
        mails: async () => [
          mail('x', { verdicts: { spf: 'softfail', dkim: 'pass', dmarc: 'none' } }),
        ],
      },
      ['✗ confirmation it came, and receivers will doubt it: SPF softfail, DMARC none'],
    ],
    [
      'a reply that nobody reads',
      { answer: async () => undefined },
      ['✗ reply "stop" was not understood in three minutes'],
    ],
    [
      'bounces that nobody counts',
      { standing: async (address) => (address === ADDRESS ? 'left' : 'pending') },
      ['✗ bounce a bounce did not end', '✗ complaint a complaint did not end'],
    ],
    [
      'an alarm whose topic lets nobody publish',
      { told: async () => 'failed' },
      ['✗ alarm an alarm that rang told nobody'],
    ],
    [
      'an alarm that did not arrive',
      { ask: async () => 'n' },
      ['• alarm an alarm was mailed, and did not come'],
    ],
    [
      'an alarm that arrived',
      { ask: async () => 'y' },
      ['✓ alarm an alarm that rang came to ann@closer.org'],
    ],
    ['something is left', { erase: async () => 2 }, ['✗ erased 2 items are left']],
  ])('%s', async ([, differs, lines]) => {
    const all = (await printed(works(differs).world)).join('\n');
    for (const line of lines) expect(all).toContain(line);
  });

  test('and nothing is left when nobody listens any more, or somebody stops the waiting', async () => {
    const { world, done } = works({
      mails: async () => [],
      sleep: () => Promise.reject(Object.assign(new Error(''), { name: 'AbortError' })),
    });
    expect(await printed(world)).toContain(
      '✗ confirmation could not be looked at: You stopped it.',
    );
    expect(done).toContain('erase 3');
    const deaf = works();
    const told = walkThrough(deaf.world, () => {
      throw new Error('EPIPE');
    });
    await expect(told).rejects.toThrow('EPIPE');
    expect(deaf.done).toContain('erase 3');
  });

  test('and what broke on the way is taken away all the same', async () => {
    const { world, done } = works({ letIn: () => Promise.reject(new Error('no table')) });
    expect(await printed(world)).toContain('✗ sign-up could not be looked at: Error: no table');
    expect(done).toContain('erase 3');
  });
});

describe('our mailbox', () => {
  const raw = (to: string) =>
    new TextEncoder().encode(
      [
        'Authentication-Results: amazonses.com;',
        ' spf=pass (spfCheck: domain of bounce.closer.org) client-ip=1.2.3.4;',
        ' dkim=pass header.i=@closer.org;',
        ' dkim=pass header.i=@amazonses.com;',
        ' dmarc=none header.from=closer.org;',
        `To: Doctor <${to}>`,
        'From: letters@closer.org',
        'Reply-To: reply+t@reply.closer.org',
        'Subject: Please confirm',
        '',
        'Hello',
      ].join('\r\n'),
    );

  test('has what SES found out about a mail', async () => {
    expect(await mailFor(ADDRESS, 'inbound/one', raw(ADDRESS))).toEqual({
      key: 'inbound/one',
      messageId: 'one',
      isToUs: true,
      subject: 'Please confirm',
      text: 'Hello\n',
      replyTo: 'reply+t@reply.closer.org',
      verdicts: { spf: 'pass', dkim: 'pass', dmarc: 'none' },
    });
  });

  test('has what it wrote itself, so that this can be taken away', async () => {
    const from = new TextDecoder().decode(raw('a@b.org')).replace('letters@closer.org', ADDRESS);
    const mail = await mailFor(ADDRESS, 'inbound/one', new TextEncoder().encode(from));
    expect(mail?.isToUs).toBe(false);
  });

  test('is nobody else’s', async () => {
    expect(await mailFor(ADDRESS, 'inbound/one', raw('ann@closer.org'))).toBeUndefined();
  });
});
