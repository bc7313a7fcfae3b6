import { MalformedRequest } from '../problem.ts';

const VERDICTS = ['spf', 'dkim', 'dmarc', 'spam', 'virus'] as const;
const WORDS = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'];

export type Verdicts = Readonly<Record<(typeof VERDICTS)[number], string>>;

/** Reads the wished verdicts from `X-Verdict-Spf` and its like. @throws MalformedRequest */
export function verdictsFrom(header: (name: string) => string | undefined): Verdicts {
  const entries = VERDICTS.map((name) => {
    const verdict = (header(`x-verdict-${name}`) ?? 'PASS').toUpperCase();
    if (!WORDS.includes(verdict)) {
      throw new MalformedRequest(`X-Verdict-${name} is one of ${WORDS.join(', ')}`);
    }
    return [name, verdict] as const;
  });
  return Object.fromEntries(entries) as Verdicts;
}

/** What SES puts on top of a mail before it stores it; only these lines can be trusted. */
export function receiptHeaders(
  messageId: string,
  returnPath: string,
  recipients: readonly string[],
  verdicts: Verdicts,
  now: Date,
): Buffer {
  const date = now.toUTCString().replace('GMT', '+0000 (UTC)');
  const domain = returnPath.slice(returnPath.lastIndexOf('@') + 1) || 'localhost';
  const word = (verdict: string) => verdict.toLowerCase().replace('gray', 'none');
  return Buffer.from(
    [
      `Return-Path: <${returnPath}>`,
      `Received: from localhost (localhost [127.0.0.1])`,
      ` by inbound-smtp.us-east-1.amazonaws.com with SMTP id ${messageId}`,
      ` for ${recipients[0] ?? ''};`,
      ` ${date}`,
      `X-SES-Spam-Verdict: ${verdicts.spam}`,
      `X-SES-Virus-Verdict: ${verdicts.virus}`,
      `Received-SPF: ${word(verdicts.spf)} (spfCheck: local) client-ip=127.0.0.1;` +
        ` envelope-from=${returnPath}; helo=localhost;`,
      'Authentication-Results: amazonses.com;',
      ` spf=${word(verdicts.spf)} (spfCheck: local) client-ip=127.0.0.1;`,
      ` dkim=${word(verdicts.dkim)} header.i=@${domain};`,
      ` dmarc=${word(verdicts.dmarc)} header.from=${domain};`,
      '',
    ].join('\r\n'),
    'utf8',
  );
}
