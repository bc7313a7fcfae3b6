import { expect, test } from 'vitest';
import { COMMANDS } from '../../local/kindling/commands.ts';
import { piped } from '../support/pseudo-terminal.ts';
import { scripted } from '../support/scripted.ts';

/** Those that read no options, or run tests or benches of Kindling itself. */
const TAKE_NONE = ['preview', 'new-course', 'where', 'bench', 'scale', 'mutants', 'replies-train'];
const OTHERS = [...TAKE_NONE, 'model', 'lighthouse'];

/** docs/desk.md: a command ends with 2 when it was not understood. */
test.for(COMMANDS.filter(({ name }) => !OTHERS.includes(name)))(
  '$name ends with 2 on what it does not know, says what it knows, and does nothing',
  { timeout: 60_000 },
  async (command) => {
    const typed = [command.name, '--frobnicate'];
    const { code, text } =
      'load' in command
        ? await scripted(...typed)
        : await piped(typed).then(({ code, out, error }) => ({ code, text: out + error }));
    expect([code, text]).toEqual([
      2,
      expect.stringMatching(/nknown option '--frobnicate'|knows one option/),
    ]);
    expect(text).toMatch(/nown: |npm (start|run)/);
    expect(text).not.toMatch(/^ {4}at /m);
  },
);
