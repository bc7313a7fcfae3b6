import { expect, test } from 'vitest';
import { textOfHtml } from '../../../functions/core/replies/html.ts';

test.for([
  ['not displayed', '<div style="display:none">unsubscribe</div><p>Thank you.</p>', 'Thank you.'],
  ['written with spaces and capitals', '<span style="Display: None;">stop</span>Hi', 'Hi'],
  ['too small to be seen', '<p style="color:red;font-size:0">stop</p><p>Hi</p>', 'Hi'],
  ['folded away', '<div style="max-height:0;overflow:hidden">pause</div>Hi', 'Hi'],
  ['not visible', '<div style="visibility:hidden">stop</div>Hi', 'Hi'],
  ['hidden from Outlook alone', '<div style="mso-hide:all">stop</div>Hi', 'Hi'],
  ['by its attribute', '<div hidden>stop</div>Hi', 'Hi'],
  ['small, and to be seen', '<p style="font-size:0.9em">Hi</p>', 'Hi'],
] as const)('what nobody sees says nothing: %s', ([, html, text]) => {
  expect(textOfHtml(html)).toBe(text);
});
