/** No answer is kept, guessed at, framed or read by a page elsewhere. */
export const ON_EVERYTHING: readonly (readonly [name: string, value: string])[] = [
  ['cache-control', 'no-store'],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
];

/**
 * What the page may load: its own files and answers, nothing from elsewhere.
 *
 * @param importMap the source of the one script that stands in the page: where the view library lies
 */
export const pagePolicy = (importMap: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${importMap}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * What somebody's mail may do in its frame: show its own styles and the pictures that it carries. Nothing is
 * loaded, nothing runs, and it has no origin whose cookies it could send.
 */
export const FRAME_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * Somebody's mail as a document for its frame. Its links ask for a window of their own, which the policy opens for
 * nobody: so they lead nowhere, and the mail stays where it is.
 */
export function framed(html: string): string {
  const head = /<head[^>]*>/i;
  const links = '<base target="_blank">';
  return head.test(html) ? html.replace(head, (found) => found + links) : links + html;
}
