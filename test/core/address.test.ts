import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../functions/core/address.ts';

describe('an address', () => {
  test.each([
    ['ann@example.com', 'ann@example.com', 'as it is'],
    ['  Ann@Example.COM ', 'ann@example.com', 'one spelling for one mailbox'],
    ['ann+letters@sub.example.co.uk', 'ann+letters@sub.example.co.uk', 'tags and subdomains'],
    [
      'ann@bücher.example',
      'ann@xn--bcher-kva.example',
      'an international domain, as DNS spells it',
    ],
    ["o'neil@example.com", "o'neil@example.com", 'an apostrophe is legal'],
    ['ann', undefined, 'no domain'],
    ['@example.com', undefined, 'no local part'],
    ['ann@localhost', undefined, 'no top-level domain: SES could not deliver'],
    ['ann@127.0.0.1', undefined, 'no domain literal'],
    ['jörg@example.com', undefined, 'SES has no SMTPUTF8'],
    ['ann@exa mple.com', undefined, 'a space'],
    ['ann@example.com\r\nBcc: bob@example.com', undefined, 'a header of the sender’s choice'],
    ['"ann lee"@example.com', undefined, 'quoted local parts are nobody’s mailbox'],
    ['ann..lee@example.com', undefined, 'not a dot-atom'],
    [`${'a'.repeat(65)}@example.com`, undefined, 'RFC 5321: a local part has 64 octets'],
    [`ann@${'a'.repeat(250)}.com`, undefined, 'RFC 5321: a path has 256 octets'],
    ['ann@example.com/../x', undefined, 'URL syntax does not sneak in'],
    ['ann@user:pw@example.com', undefined, 'two at signs'],
    ['', undefined, 'nothing'],
  ])('%j is %j: %s', (typed, expected, _reason) => {
    expect(parseAddress(typed)).toBe(expected);
  });

  /** An address of so many octets, in labels that DNS takes. */
  const ofOctets = (octets: number): string => {
    const domain = 'd'
      .repeat(octets - 'a@.org'.length)
      .replace(/d{50}(?=d{2})/g, `${'d'.repeat(49)}.`);
    return `a@${domain}.org`;
  };

  test('has as many octets as a path of SMTP, and not one more', () => {
    const path = (octets: number) => `<${ofOctets(octets)}>`.length;
    expect(path(254)).toBe(256);
    expect(parseAddress(ofOctets(254))).toBe(ofOctets(254));
    expect(parseAddress(ofOctets(255))).toBeUndefined();
    expect(parseAddress(`${'a'.repeat(64)}@example.com`), 'a local part of 64').toBeDefined();
  });

  test('is measured as DNS spells it, not as it was typed', () => {
    const typed = `ann@${'bücher.'.repeat(20)}org`;
    expect(typed.length).toBeLessThan(200);
    expect(parseAddress(typed)).toBeUndefined();
  });

  test('is stable: parsing a parsed address changes nothing', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const once = parseAddress(typed);
        if (once !== undefined) expect(parseAddress(once)).toBe(once);
      }),
    );
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void parseAddress(typed)));
  });
});
