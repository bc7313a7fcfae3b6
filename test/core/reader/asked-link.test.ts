import { describe, expect, test } from 'vitest';
import {
  answerDetail,
  answeredIn,
  askedDetail,
  askedLinkIn,
  isAbout,
  parseRequestName,
  requestName,
} from '../../../functions/core/reader/asked-link.ts';
import { ADDITIONS } from '../../../functions/core/reader/subscriber.ts';
import { plusSeconds } from '../../../functions/core/time.ts';
import { mintToken } from '../../../functions/core/token.ts';
import { at, reader } from '../../support/builders.ts';

/** What a mail that asks says of the request it is about, in its links and its reply address. */

const NOW = at('2026-11-26T10:00:00Z');
const name = requestName(NOW);

describe('the name of a request', () => {
  test('is its own, to the second, until 2106', () => {
    const moments = [
      NOW,
      plusSeconds(NOW, 1),
      at('1970-01-01T00:00:00Z'),
      at('2106-02-07T06:28:15Z'),
    ];
    const names = moments.map(requestName);
    expect(new Set(names).size).toBe(moments.length);
    for (const one of names) expect(parseRequestName(one)).toBe(one);
  });

  test.for(['', 'newsletter', 'asked', 'abcdefgh', 'abcdef1', 'ABCDEFG'])(
    '“%s” is none',
    (text) => {
      expect(parseRequestName(text)).toBeUndefined();
    },
  );
});

describe('a link', () => {
  test.for([
    [{ name }, undefined],
    ...ADDITIONS.map((addition) => [{ name }, addition] as const),
    [{}, undefined],
    [{}, 'newsletter'],
  ] as const)('of %o and its addition %s is read as it was written', ([asked, addition]) => {
    expect(askedLinkIn(askedDetail(asked, addition))).toEqual({
      name: undefined,
      ...asked,
      addition,
    });
  });

  test('is a reply address that servers take: 64 characters at most (RFC 5321 §4.5.3.1.1)', () => {
    const { id, secret } = reader();
    const box = `reply+${mintToken(secret, id, 'reply', answerDetail({ name }))}`;
    expect(box.length).toBeLessThanOrEqual(64);
    expect(box).toMatch(/^reply\+[a-z2-7.]+$/);
  });
});

test.for<
  [why: string, of: { name?: typeof name }, about: { name: typeof name | undefined }, is: boolean]
>([
  ['of its own mail', { name }, { name }, true],
  ['of an earlier one', { name }, { name: requestName(plusSeconds(NOW, -1)) }, false],
  ['of a mail from before requests had names', { name }, { name: undefined }, false],
  ['of such a mail, by a request of that time', {}, { name: undefined }, true],
  ['of a later mail, by a request of that time', {}, { name }, false],
])('a request is meant by a link %s: $3', ([, of, about, is]) => {
  expect(isAbout({ asked: of }, about)).toBe(is);
});

test.for<[why: string, detail: string, answers: object | undefined]>([
  ['an answer to its mail', answerDetail({ name }), { name }],
  ['an answer to a mail of before', answerDetail({}), { name: undefined }],
  ['an answer to a letter', '', undefined],
  ['what is none of ours', 'question', undefined],
])('%s', ([, detail, answers]) => {
  expect(answeredIn(detail)).toEqual(answers);
});
