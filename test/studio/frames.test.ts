import { expect, test } from 'vitest';
import { FRAME_POLICY, framed } from '../../local/studio/headers.ts';
import { inScheme } from '../../local/studio/letters.ts';

const NIGHT =
  '<style>:root{color-scheme:light dark;supported-color-schemes:light dark}p{color:#111}@media (prefers-color-scheme:dark){p{color:#eee}}</style>';

test('a letter looks as by day or as by lamp light, whatever the browser prefers', () => {
  expect(inScheme(NIGHT, 'dark')).toContain('@media all{p{color:#eee}}');
  expect(inScheme(NIGHT, 'dark')).toContain(':root{color-scheme:dark;');
  expect(inScheme(NIGHT, 'light')).toContain('@media not all{p{color:#eee}}');
  expect(inScheme(NIGHT, 'light')).toContain(':root{color-scheme:light;');
});

test.for<readonly [reason: string, html: string, framed: string]>([
  [
    'in its head, before what else asks for a window',
    '<!doctype html><html><head lang="de"><base target="_self"></head>',
    '<!doctype html><html><head lang="de"><base target="_blank"><base target="_self"></head>',
  ],
  ['where there is no head', '<p>One</p>', '<base target="_blank"><p>One</p>'],
])('the links of a framed mail ask for a window that nobody gets: %s', ([, html, wanted]) => {
  expect(framed(html)).toBe(wanted);
});

test('a framed mail may show what it carries, and nothing else', () => {
  const policy = Object.fromEntries(
    FRAME_POLICY.split('; ').map((part) => [
      part.split(' ')[0],
      part.split(' ').slice(1).join(' '),
    ]),
  );
  expect(policy).toEqual({
    sandbox: '',
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'self'",
  });
});
