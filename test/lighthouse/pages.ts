import type { Asked } from './audit.ts';

/** A day on which the archive has several issues. */
export const NOW = '2027-02-15T09:00:00Z';

export const FRONT: Asked = { name: 'front page and form', path: '/' };
export const LETTER: Asked = { name: 'a letter for everybody', path: '/letters/closer/closeness' };

/** Every kind of page that somebody comes to without a link of their own. */
export async function publicPages(origin: string): Promise<readonly Asked[]> {
  return [
    FRONT,
    { name: 'check your inbox', path: '/check-your-inbox', cookie: await cookieOf(origin) },
    LETTER,
    { name: 'courses', path: '/courses' },
    { name: 'the newsletter’s archive', path: '/newsletter' },
    { name: 'an issue', path: '/newsletter/friendship-mid-life' },
    { name: 'numbers to call', path: '/safe' },
    { name: 'a page that is not there', path: '/nowhere' },
  ];
}

/** What a browser keeps of the form that it has just sent. */
async function cookieOf(origin: string): Promise<string> {
  const body = new URLSearchParams({ email: 'ann@example.com' });
  const answer = await fetch(`${origin}/subscribe`, { method: 'POST', body, redirect: 'manual' });
  const [cookie] = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
  if (cookie === undefined) throw new Error(`the form was answered with ${answer.status}`);
  return cookie;
}
