import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Words } from '../core/words/words.ts';
import { type Head, type Markup, type PublicHead, page } from './pages/layout.ts';
import { type Refusal, refusalInWords, refusalPage } from './pages/refusal.ts';
import { type WebEnv, type WebWorld, wordsOfPublication } from './world.ts';

export type WebContext = Context<WebEnv>;

/** Where a request came from, as API Gateway saw it. */
export const sourceIp = ({ env }: WebContext): string =>
  env?.requestContext?.http?.sourceIp ?? 'unknown';

/** Whether the asker is a program that speaks JSON, and not a person's browser. */
export function speaksJson(c: WebContext): boolean {
  const type = mediaType(c);
  const accept = c.req.header('accept') ?? '';
  if (type === 'application/json' || type.endsWith('+json')) return true;
  return accept.includes('json') && !accept.includes('text/html');
}

/** The content type without its parameters. */
export const mediaType = (c: WebContext): string =>
  (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** A page of ours. */
export function showPage(
  c: WebContext,
  world: WebWorld,
  words: Words,
  head: Head,
  body: Markup,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  return c.html(page(world.library, words, head, body), status);
}

/**
 * What a page that is anybody's says of itself.
 *
 * @param path  its one address, from the root
 * @param card  the picture, by its name, and what can be read on it
 */
export function publicHead(
  { webUrl }: WebWorld,
  said: {
    readonly title: string;
    readonly description: string;
    readonly path: string;
    readonly card: { readonly name: string; readonly words: string };
  },
): PublicHead {
  const { title, description, path, card } = said;
  return {
    title,
    description,
    url: `${webUrl}${path}`,
    card: { url: `${webUrl}/pictures/${card.name}.png`, words: card.words },
    feedUrl: `${webUrl}/feed.xml`,
  };
}

/** Letters bring their looks in their own markup; nothing else is loosened for them. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

/** A lesson or an issue as the content compiler drew it. */
export function showLesson(c: WebContext, drawn: string): Response | Promise<Response> {
  c.header('Content-Security-Policy', LETTER_POLICY);
  return c.html(drawn);
}

/**
 * The one place that says no: a page for people, a problem (RFC 9457) for programs.
 *
 * @param more members of the problem, such as what was wrong with each field
 */
export function refuse(
  c: WebContext,
  world: WebWorld,
  status: Refusal,
  more: Readonly<Record<string, unknown>> = {},
): Response | Promise<Response> {
  const words = wordsOfPublication(world);
  const { title, detail } = refusalInWords(words, status);
  if (!speaksJson(c)) return showPage(c, world, words, title, refusalPage(words, status), status);
  const problem = { type: 'about:blank', title, status, detail, ...more };
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' });
}
