import { expect } from 'vitest';
import type { Mail, World } from './visitor.ts';

/** The links of a mail's buttons, by what they say. */
export function buttonsIn({ text }: Mail): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/^([^\n]+):\n(https?:\/\/\S+\/(?:wish|own)\/\S+)$/gm)];
  return new Map(found.map(([, label = '', url = '']) => [label, url]));
}

/** Opens what a button of a mail leads to, and presses it. */
export async function pressIn(outside: World, mail: Mail, label: RegExp): Promise<string> {
  const all = [...buttonsIn(mail)];
  const [, url] = all.find(([name]) => label.test(name)) ?? [];
  if (url === undefined) throw new Error(`no button ${label} among ${all.map(([name]) => name)}`);
  expect((await fetch(url)).status).toBe(200);
  return (await outside.press(url)).text();
}
