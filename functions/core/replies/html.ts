import { compile } from 'html-to-text';

const MAX_HTML_CHARS = 64 * 1024;

/** What a mail program shows to nobody is nobody's word: it may never act. */
function unseen(): readonly string[] {
  const styles = [
    ...['display:none', 'visibility:hidden', 'mso-hide:all', 'opacity:0;', 'max-height:0'],
    ...['font-size:0;', 'font-size:0px', 'font-size:0pt'],
  ];
  const spaced = styles.map((style) => style.replace(':', ': '));
  const ends = ['font-size:0', 'font-size: 0', 'opacity:0', 'opacity: 0'];
  return [
    '[hidden]',
    ...[...styles, ...spaced].map((style) => `[style*="${style}" i]`),
    ...ends.map((style) => `[style$="${style}" i]`),
  ];
}

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML_CHARS, maxDepth: 80, maxChildNodes: 4000 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...unseen().map((selector) => ({ selector, format: 'skip' })),
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block' },
    { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
});

/**
 * The text of an HTML body: a line per block, no link targets, `<hr>` as a line of dashes and
 * `<blockquote>` as `> `, so that one stripper serves both kinds of mail (mail-standards §5.2).
 */
export function textOfHtml(html: string): string {
  try {
    return convert(withoutHead(html));
  } catch {
    return '';
  }
}

/** Outlook's style sheet alone can be longer than the cap; comments hide conditional markup. */
function withoutHead(html: string): string {
  let rest = html;
  for (const [from, to] of HIDDEN) rest = without(rest, from, to);
  return rest.slice(0, MAX_HTML_CHARS);
}

const HIDDEN = [
  ['<!--', '-->'],
  ['<style', '</style>'],
  ['<script', '</script>'],
  ['<title', '</title>'],
] as const;

/** Removes what stands between two marks, an unclosed one to the end. Linear. */
function without(html: string, from: string, to: string): string {
  const lower = html.toLowerCase();
  let kept = '';
  let at = 0;
  while (at < html.length) {
    const start = lower.indexOf(from, at);
    if (start < 0) return kept + html.slice(at);
    kept += html.slice(at, start);
    const end = lower.indexOf(to, start + from.length);
    if (end < 0) return kept;
    at = end + to.length;
  }
  return kept;
}
