import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../../functions/core/address.ts';
import { meantAddress } from '../../../functions/core/reader/meant-address.ts';

const meant = (domain: string) => meantAddress(`ann.o+x@${domain}` as EmailAddress);

describe('one slip in the name of a large provider', () => {
  const rows: readonly [slip: string, typed: string, meant: string][] = [
    ['two letters changed places', 'gmial.com', 'gmail.com'],
    ['a letter is missing', 'gmal.com', 'gmail.com'],
    ['a letter too many', 'yahooo.com', 'yahoo.com'],
    ['the key beside it', 'hotnail.com', 'hotmail.com'],
    ['in the ending', 'gmail.con', 'gmail.com'],
    ['the ending is cut', 'outlook.co', 'outlook.com'],
    ['of two, the one that more people have', 'hotmail.co', 'hotmail.com'],
    ['the ending of a short name', 'web.dr', 'web.de'],
    ['places changed in it', 'gmx.ed', 'gmx.de'],
    ['with a hyphen', 't-onlin.de', 't-online.de'],
    ['in France', 'oragne.fr', 'orange.fr'],
    ['in Italy', 'liber.it', 'libero.it'],
    ['in Brazil', 'uol.com.b', 'uol.com.br'],
  ];
  test.each(rows)('%s: %s', (_, typed, domain) => {
    expect(meant(typed)).toBe(`ann.o+x@${domain}`);
  });
});

describe('nobody is asked about a domain that is theirs', () => {
  const rows: readonly [why: string, domains: string][] = [
    ['what large providers have', 'gmail.com gmx.net web.de ymail.com mail.com email.com mac.com'],
    ['their other countries', 'hotmail.se yahoo.gr live.dk outlook.jp yahoo.com.br gmx.at'],
    ['short names that are words', 'love.com mall.com five.com life.com tim.com zoo.com meta.com'],
    ['names as short as a provider’s', 'bmw.de lmu.de wdr.de ibm.com sap.com 139.com'],
    ['universities and offices', 'cam.ac.uk mit.edu uni-bonn.de ec.europa.eu who.int'],
    ['whatever is far from all', 'example.com letters.example.org studio.design'],
  ];
  test.each(rows)('%s: %s', (_, domains) => {
    expect(domains.split(' ').filter((domain) => meant(domain) !== undefined)).toEqual([]);
  });
});
