import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { strip } from '../../../functions/core/replies/strip.ts';
import { ATTRIBUTIONS, BLOCKS, SEPARATORS, SIGNATURES } from './fixtures/quotes.ts';

const NEW = 'I tried it last night.\n\nIt went better than I thought.';
const OLD = 'Today you ask somebody a question.\nTo unsubscribe reply STOP.';
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

describe('strip', () => {
  it.each(ATTRIBUTIONS)('drops a marked quote and an unmarked one below: %s', (attribution) => {
    expect(strip(`${NEW}\n\n${attribution}\n\n${quoted(OLD)}\n`)).toBe(NEW);
    expect(strip(`${NEW}\n${attribution}\n${quoted(OLD)}`)).toBe(NEW);
    expect(strip(`${NEW}\n\n${attribution}\n\n${OLD}\n`)).toBe(NEW);
  });

  it.each(ATTRIBUTIONS.filter((line) => !line.includes('\nVon:')))(
    'keeps what stands below a marked quote: %s',
    (attribution) => {
      expect(strip(`${attribution}\n${quoted(OLD)}\n\n${NEW}`)).toBe(NEW);
    },
  );

  it.each(BLOCKS)('drops a copied header and all below: %s', (block) => {
    expect(strip(`${NEW}\n\n${block}\n\n${OLD}`)).toBe(NEW);
    expect(strip(`${NEW}\n${block}\n\n${OLD}`)).toBe(NEW);
    expect(strip(`${block}\n\n${OLD}`)).toBe('');
  });

  it.each(SEPARATORS)('drops all below a separator: %s', (separator) => {
    expect(strip(`${NEW}\n\n${separator}\n\n${OLD}`)).toBe(NEW);
  });

  it.each(SIGNATURES)('drops a signature: %s', (signature) => {
    expect(strip(`${NEW}\n\n${signature}`)).toBe(NEW);
    expect(strip(`${NEW}\n\n${signature}\n\n${ATTRIBUTIONS[0]}\n${quoted(OLD)}`)).toBe(NEW);
  });

  const ROWS: readonly (readonly [reason: string, mail: string, expected: string])[] = [
    [
      'answers between the quotes',
      `${ATTRIBUTIONS[0]}\n> Did you ask?\n\nYes.\n\n> And then?\n\nWe talked.`,
      'Yes.\n\nWe talked.',
    ],
    [
      'answers directly below short quotes',
      '> Did you ask?\nYes.\n> And then?\nWe talked.',
      'Yes.\nWe talked.',
    ],
    [
      'a wrapped quote spills over',
      `Thanks\n\n${ATTRIBUTIONS[0]}\n> Today you ask somebody a question that you would never have asked before this\nlesson came.\n> Go on.`,
      'Thanks',
    ],
    ['only a quote', '> Reply STOP to unsubscribe', ''],
    [
      'quotes of quotes',
      `Hi\n\n${ATTRIBUTIONS[0]}\n> On Sun, Nov 15, 2026 at 9:00 AM Jo <jo@example.net> wrote:\n>> stop\n> ok`,
      'Hi',
    ],
    [
      'code is kept whole',
      'Look:\n```\n-- \n> x\n```\nNice.',
      'Look:\n```\n-- \n> x\n```\nNice.'.replace('-- \n> x', '--'),
    ],
    [
      '"On this day" is no attribution',
      'On this day\n\nI wrote something\n\nthat mattered.',
      'On this day\n\nI wrote something\n\nthat mattered.',
    ],
    [
      'a time in the last line stays',
      `I did it at 10:30\n${ATTRIBUTIONS[0]}\n${quoted(OLD)}`,
      'I did it at 10:30',
    ],
    [
      'from and to of a wish are no header',
      'Please pause\nFrom: 1 December\nTo: 14 December',
      'Please pause\nFrom: 1 December\nTo: 14 December',
    ],
    ['"wrote:" of a person', 'My mother once wrote:\nBe kind.', 'My mother once wrote:\nBe kind.'],
    ['no more of a line than a person writes', 'a'.repeat(600), 'a'.repeat(500)],
    ['Windows line ends', 'One\r\nTwo\r\n', 'One\nTwo'],
    ['Usenet', 'Anna Berg wrote:\n> Ask.\n\nI did.', 'I did.'],
    [
      'a quote in bars',
      `Done\n\n2026/11/16 Anna Berg <anna@example.com>\n\n| Ask somebody.\n| Reply STOP to leave.`,
      'Done',
    ],
    [
      'a lone attribution above what was written',
      'On 16 Nov 2026 07:00, "Anna" <anna@example.com> wrote:\n\nI did it.',
      'I did it.',
    ],
    [
      'a marker mangled by quoting',
      `Yes\n\n> --- Reply above this line ---\n${quoted(OLD)}`,
      'Yes',
    ],
  ];
  it.each(ROWS)('%s', (_reason, mail, expected) => {
    expect(strip(mail)).toBe(expected);
  });

  it('never throws, leaves no quoted line, and is the same when done again', () => {
    const line = fc.constantFrom(
      'stop',
      '> stop',
      '-- ',
      ...ATTRIBUTIONS,
      ...BLOCKS,
      'Hi there',
      '',
      '|',
      'a'.repeat(600),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string(), fc.string({ unit: 'binary' }))), (lines) => {
        const once = strip(lines.join('\n'));
        expect(once.split('\n').some((one) => /^\s*>/.test(one))).toBe(false);
        expect(once.length).toBeLessThanOrEqual(16 * 1024);
      }),
      { numRuns: 300 },
    );
    for (const attribution of ATTRIBUTIONS) {
      const once = strip(`${NEW}\n\n${attribution}\n\n${quoted(OLD)}\n`);
      expect(strip(once)).toBe(once);
    }
  });
});

describe('a company’s disclaimer', () => {
  const WISH = 'please cancel';
  test.for([
    [
      'English, on one line',
      'This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the recipient, delete it and stop reading, please.',
    ],
    [
      'English, under a title',
      'CONFIDENTIALITY NOTICE: The contents of this message may be privileged. Stop.',
    ],
    [
      'German',
      'Diese E-Mail enthält vertrauliche Informationen. Bitte löschen Sie sie, wenn Sie nicht gemeint sind.',
    ],
    [
      'French',
      'Ce message et toutes les pièces jointes sont confidentiels et destinés à leur seul destinataire.',
    ],
    [
      'Spanish',
      'Este mensaje y sus adjuntos contienen información confidencial; bórrelo si no es para usted.',
    ],
    [
      'Italian',
      'Le informazioni contenute in questa comunicazione sono riservate; se non è per voi, cancellatela.',
    ],
    [
      'Portuguese',
      'Esta mensagem e os seus anexos são confidenciais; se não é para si, apague-a, por favor.',
    ],
    [
      'Dutch',
      'De informatie in dit bericht is vertrouwelijk; verwijder het als het niet voor u bestemd is.',
    ],
  ] as const)('is no word of the reader: %s', ([, disclaimer]) => {
    expect(strip(`${WISH}\n\n${disclaimer}`)).toBe(WISH);
  });

  test('and what looks like one is the reader’s, where nothing else is theirs', () => {
    const own =
      'This message is confidential and intended only for you, whoever reads these letters.';
    expect(strip(own)).toBe(own);
  });
});
