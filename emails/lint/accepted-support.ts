/** A feature of html or CSS that some program lacks, wholly or in part, and why we use it still. */
export interface Acceptance {
  /** By caniemail's title. */
  readonly feature: string;
  /** Programs that may know nothing of it, by the beginning of caniemail's name for them. */
  readonly unknownTo?: readonly string[];
  readonly reason: string;
}

const WORD = 'outlook.windows';
/** Gmail on the web of a phone, which drops style sheets; its apps are used instead. */
const GMAIL_WEB_ON_PHONES = 'gmail.mobile-webmail';

const SHEETS =
  'style sheets hold the night and narrow margins only; without them it is day, and readable';
const PREHEADER = 'hides the preheader, one of five ways at once; seen, it is one more line';
const SPOKEN = 'nothing is told by it alone: words stand beside every picture and label';
const NUMBERS = 'we give pixels and hundreds, which work; rem, start, end and the like do not';

/** What was looked at and found to be all right. A test asks that each of these is still needed. */
export const ACCEPTED: readonly Acceptance[] = [
  { feature: '<style> element', unknownTo: [GMAIL_WEB_ON_PHONES], reason: SHEETS },
  {
    feature: '@media',
    unknownTo: [GMAIL_WEB_ON_PHONES, WORD, 'thunderbird'],
    reason: `${SHEETS} (Thunderbird knows width since 2018; its night is its own)`,
  },
  { feature: 'Class selector', unknownTo: [GMAIL_WEB_ON_PHONES], reason: SHEETS },
  { feature: 'Descendant combinator', unknownTo: [GMAIL_WEB_ON_PHONES], reason: SHEETS },
  {
    feature: 'Attribute selector',
    unknownTo: [GMAIL_WEB_ON_PHONES, WORD],
    reason: 'for Outlook on phones and the web alone, in a sheet of its own',
  },
  { feature: '!important keyword', reason: 'in lower case, and in the sheets only' },

  { feature: 'display:none', unknownTo: [GMAIL_WEB_ON_PHONES], reason: PREHEADER },
  { feature: 'opacity', unknownTo: [GMAIL_WEB_ON_PHONES, WORD], reason: PREHEADER },
  { feature: 'overflow', unknownTo: [WORD], reason: PREHEADER },

  {
    feature: 'word-break',
    unknownTo: [WORD, 'yahoo'],
    reason: 'breaks a name that is wider than a phone; without it the letter is that wide',
  },
  {
    feature: 'text-wrap',
    unknownTo: ['gmail', 'outlook', 'yahoo'],
    reason: 'evens out the lines of a title; without it they are as long as they are',
  },
  {
    feature: 'transform',
    unknownTo: ['gmail', 'outlook', 'yahoo'],
    reason: 'there is none: the checker takes the end of text-transform for it',
  },
  {
    feature: 'text-decoration-line',
    unknownTo: [WORD],
    reason: "react-email's Link sets it; our text-decoration after it says what holds",
  },
  {
    feature: 'text-decoration',
    reason: 'underline or none, as one word, which works',
  },
  { feature: 'border-radius', unknownTo: [WORD], reason: 'corners are square in Word' },
  {
    feature: 'white-space',
    unknownTo: [WORD, 'samsung-email'],
    reason: 'keeps the two circles on one line; their box is wide enough anyway',
  },
  {
    feature: 'target attribute',
    unknownTo: ['gmail', 'yahoo'],
    reason: "react-email's Link sets it; all programs open links in a window of their own",
  },
  {
    feature: 'aria-hidden attribute',
    unknownTo: ['outlook.windows-mail', 'thunderbird', 'yahoo'],
    reason: SPOKEN,
  },
  {
    feature: 'aria-label attribute',
    unknownTo: ['outlook.windows-mail', 'thunderbird', 'yahoo'],
    reason: SPOKEN,
  },
  { feature: 'role attribute', unknownTo: ['outlook.windows-mail'], reason: SPOKEN },
  { feature: 'lang attribute', reason: 'on html and a div, never on a cell' },
  {
    feature: '<body> element',
    unknownTo: ['outlook.macos', 'yahoo'],
    reason: 'its ground is said once more by the cell around the letter',
  },
  {
    feature: 'height property',
    unknownTo: ['yahoo'],
    reason: 'for the circles; as a least height it draws the same',
  },
  { feature: 'dir attribute', reason: 'a letter in Hebrew is right to left as a whole, too' },
  { feature: 'direction', reason: 'keeps the circles in order; they look alike from both sides' },
  { feature: 'background', reason: 'one color, which works; no pictures' },
  { feature: 'border', reason: 'up to 3 pixels, on cells' },
  { feature: 'display', reason: 'block, inline-block and none; no flex, no grid' },
  { feature: 'font-size', reason: NUMBERS },
  { feature: 'font-weight', reason: NUMBERS },
  { feature: 'text-align', reason: NUMBERS },
  { feature: 'line-height', reason: 'Word draws a little more or less air' },
  { feature: 'letter-spacing', reason: 'in pixels, for small labels and for the circles in Word' },
  { feature: 'text-transform', reason: 'upper case, which works' },
  { feature: 'margin', reason: 'none is negative' },
  { feature: 'padding', reason: 'Word takes it from cells, and msoPaddingAlt for the button' },
  { feature: 'max-width', reason: "the column's table has width=600 for those who ignore it" },
  { feature: 'width attribute', reason: 'on tables and cells; there are no images' },
  { feature: 'width property', reason: 'on cells for Word; the circles have another form there' },
  { feature: 'height attribute', reason: 'on cells of nothing between blocks' },
  { feature: 'align attribute', reason: 'centers the column and sets one cell to its end' },
  { feature: '<ul>, <ol> and <dl>', reason: 'no list is reversed' },
];
