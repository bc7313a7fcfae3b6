import type { WebContext } from './respond.ts';
import type { SignUpBody } from './sign-up-body.ts';
import type { WebWorld } from './world.ts';

/** Whose words stood beside the form that somebody filled in: ours, or those of another site, if it is known. */
export type Shown =
  | { readonly is: 'ours' }
  | { readonly is: 'elsewhere'; readonly site?: string | undefined };

const OURS = { is: 'ours' } as const;

/**
 * Read off what a browser says of where a request comes from: its `Origin`, which is `null` where a page
 * sends no referrer, as ours don't (Fetch standard, "Origin header"); then `Sec-Fetch-Site` (W3C, "Fetch
 * Metadata Request Headers"). Our own page sends a form; JSON comes from a program, which has seen none of it.
 * Of another site its host is kept, and no path.
 */
export function shownBy(
  c: WebContext,
  { webUrl }: Pick<WebWorld, 'webUrl'>,
  { is }: Pick<SignUpBody, 'is'>,
): Shown {
  const origin = hostOf(c.req.header('origin'));
  if (origin !== undefined && origin !== hostOf(webUrl)) return { is: 'elsewhere', site: origin };
  const elsewhere = ['cross-site', 'same-site'].includes(c.req.header('sec-fetch-site') ?? '');
  return is === 'form' && (origin !== undefined || !elsewhere) ? OURS : { is: 'elsewhere' };
}

/** `www.example.org`; undefined for whatever is no site. */
function hostOf(url = ''): string | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).host;
}
