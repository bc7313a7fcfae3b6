import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unflow } from '../../../functions/core/replies/flowed.ts';
import { readMail } from '../../../functions/core/replies/read-mail.ts';
import { strip } from '../../../functions/core/replies/strip.ts';
import { bytesOf, mailOf } from './mail.ts';

const HEAD = ['From: "Jo M." <Jo@Example.net>', 'Subject: =?utf-8?Q?Re=3A_T=C3=A4g_3?='];

describe('readMail', () => {
  it('reads names, addresses, ids and the decoded subject', async () => {
    const mail = await mailOf(
      ...HEAD,
      'Message-ID: <a@b>',
      'In-Reply-To: <c@d>',
      'References: <e@f>',
      ' <c@d>',
      '',
      'Hi',
    );
    expect(mail).toMatchObject({
      from: 'jo@example.net',
      fromName: 'Jo M.',
      subject: 'Re: Täg 3',
      messageId: '<a@b>',
      references: ['<e@f>', '<c@d>'],
      text: 'Hi',
      contentTypes: ['text/plain'],
    });
    expect(mail.headers).toContainEqual(['message-id', '<a@b>']);
  });

  it.each([
    ['no bytes', '', 'empty'],
    ['no header', 'hello\r\nworld', 'no-header'],
    ['zeros', '\0\0\0\0', 'no-header'],
  ])('says why %s is no mail', async (_reason, text, reason) => {
    expect(await readMail(bytesOf(text))).toEqual({ kind: 'unreadable', reason });
  });

  it('unflows per quote depth, so that what stands below a quote stays outside it', async () => {
    const mail = await mailOf(
      ...HEAD,
      'Content-Type: text/plain; charset=utf-8; format=flowed',
      '',
      '> Today you ask somebody a question that ',
      '> nobody asked. And then ',
      'Please pause',
      'for two ',
      'weeks.',
      '-- ',
      'Jo',
    );
    expect(mail.text.split('\n')).toEqual([
      '> Today you ask somebody a question that nobody asked. And then ',
      'Please pause',
      'for two weeks.',
      '-- ',
      'Jo',
    ]);
    expect(strip(mail.text)).toBe('Please pause\nfor two weeks.');
  });

  it.each([
    ['stuffed lines (RFC 3676 §4.4)', ' From here', false, 'From here'],
    ['DelSp deletes the space (§4.1)', 'foo \nbar', true, 'foobar'],
    ['without DelSp it stays', 'foo \nbar', false, 'foo bar'],
    ['never across a signature (§4.3)', 'foo \n-- \nJo', false, 'foo \n-- \nJo'],
    ['a change of depth ends the paragraph (§4.5)', '>> a \n> b \nc', false, '>> a \n> b \nc'],
  ])('unflow: %s', (_reason, text, delSp, expected) => {
    expect(unflow(text, delSp)).toBe(expected);
  });

  it('gives windows-1252 bytes their meaning, also on Node 20', async () => {
    const bytes = bytesOf(
      ...HEAD,
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'don=92t stop =97 =80 5',
    );
    const mail = await readMail(bytes);
    expect(mail.kind === 'mail' && mail.text.trim()).toBe('don’t stop — € 5');
  });

  it('reads an HTML mail: a line per block, no link targets, quotes marked', async () => {
    const html =
      '<html><head><style>p{color:red}</style></head><body><div>Please pause</div><div>for <a href="https://x.example/T0KEN">two weeks</a></div><hr><blockquote>Reply STOP</blockquote></body></html>';
    const mail = await mailOf(...HEAD, 'Content-Type: text/html; charset=utf-8', '', html);
    expect(mail.text).not.toContain('T0KEN');
    expect(
      mail.text
        .split('\n')
        .filter((line) => line !== '')
        .at(-1),
    ).toBe('> Reply STOP');
    expect(strip(mail.text)).toBe('Please pause\nfor two weeks');
  });

  const multipart = (type: string, ...parts: readonly string[]): readonly string[] => [
    ...HEAD,
    `Content-Type: multipart/${type}; boundary="b1"`,
    '',
    ...parts.flatMap((part) => ['--b1', part]),
    '--b1--',
  ];

  it('prefers text over HTML, and HTML over blank text', async () => {
    const html = 'Content-Type: text/html\r\n\r\n<p>from html</p>';
    const text = await mailOf(
      ...multipart('alternative', 'Content-Type: text/plain\r\n\r\nfrom text', html),
    );
    expect(text.text.trim()).toBe('from text');
    const blank = await mailOf(
      ...multipart('alternative', 'Content-Type: text/plain\r\n\r\n \r\n', html),
    );
    expect(blank.text.trim()).toBe('from html');
  });

  it.each([
    [
      'a forwarded mail',
      'mixed',
      'Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nReply STOP',
    ],
    ['a delivery status', 'mixed', 'Content-Type: message/delivery-status\r\n\r\nAction: failed'],
    [
      'an attached text',
      'mixed',
      'Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nstop',
    ],
  ])('never reads %s as what the person wrote', async (_reason, type, part) => {
    const mail = await mailOf(...multipart(type, 'Content-Type: text/plain\r\n\r\nmine', part));
    expect(mail.text.trim()).toBe('mine');
  });

  it('reads no text of a report', async () => {
    const mail = await mailOf(
      ...multipart(
        'report',
        'Content-Type: text/plain\r\n\r\nstop',
        'Content-Type: message/delivery-status\r\n\r\nAction: failed',
      ),
    );
    expect(mail).toMatchObject({
      text: '',
      contentTypes: ['multipart/report', 'text/plain', 'message/delivery-status'],
    });
  });

  it('reads only the headers of more than 5 MB', async () => {
    const big = bytesOf(...HEAD, '', 'stop\r\n'.repeat(1_000_000));
    expect(await readMail(big)).toMatchObject({
      subject: 'Re: Täg 3',
      text: '',
    });
  });

  it('reads a mail whose lines end in CR', async () => {
    const mail = await readMail(
      new TextEncoder().encode('From: jo@example.net\rSubject: x\r\rstop'),
    );
    expect(mail.kind === 'mail' && mail.text).toBe('stop');
  });

  it('reads hostile mails to their end', async () => {
    const head = 'From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
    const mails = [
      head + '--b\r\n\r\n'.repeat(400_000),
      head + '\n--'.repeat(1_500_000),
      `From: a@b.c\r\n\r\n${'\n'.repeat(4_900_000)}`,
      `From: a@b.c\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(60_000)}`,
      `From: a@b.c\r\nContent-Type: text/html\r\n\r\n${'<!--<style>'.repeat(60_000)}`,
      `From: a@b.c\r\nContent-Type: text/plain; format=flowed\r\n\r\n${'> a \r\n'.repeat(400_000)}`,
      `X: ${'a\r\n '.repeat(600_000)}\r\n\r\nhi`,
    ];
    for (const mail of mails) {
      const bytes = new TextEncoder().encode(mail);
      expect((await readMail(bytes)).kind).toMatch(/^(mail|unreadable)$/);
    }
  }, 20_000);

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000, size: 'max' }),
        fc.boolean(),
        async (bytes, headed) => {
          const head = bytesOf(
            'From: a@b.c',
            'Content-Type: multipart/mixed; boundary=x',
            '',
            '--x',
            '',
          );
          const mail = await readMail(headed ? Uint8Array.from([...head, ...bytes]) : bytes);
          expect(['mail', 'unreadable']).toContain(mail.kind);
        },
      ),
      { numRuns: 200 },
    );
  });
});
