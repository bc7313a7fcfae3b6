import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Outside } from '../../local/account/session.ts';
import { terminal } from '../../local/account/terminal.ts';
import { GROUPS } from '../../local/kindling/command.ts';
import { COMMANDS } from '../../local/kindling/commands.ts';
import { distance, nearest } from '../../local/kindling/nearest.ts';
import { kindling } from '../../local/kindling/run.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

async function says(...args: readonly string[]) {
  const printed: string[] = [];
  const outside: Outside = {
    ...terminal(),
    color: false,
    print: (line) => void printed.push(line),
  };
  return { code: await kindling(outside, args), text: printed.join('\n') };
}

test('every npm script that is a program of ours can be called as a command, too', () => {
  const programs = Object.entries(scripts).filter(
    ([name, does]) => /^tsx /.test(does) && name !== 'kindling',
  );
  expect(programs.length).toBeGreaterThan(20);
  const lacking = programs.filter(
    ([name]) => !COMMANDS.some((one) => (one.script ?? one.name) === name),
  );
  expect(lacking).toEqual([]);
});

test('and a command that is a program is the same program', () => {
  for (const one of COMMANDS.filter((command) => 'file' in command)) {
    expect(existsSync(one.file), one.name).toBe(true);
    expect(scripts[one.script ?? one.name]).toBe(
      ['tsx', one.file, ...(one.always ?? [])].join(' '),
    );
  }
});

test('names are of one command each, and what they do fits a line', () => {
  const names = COMMANDS.flatMap(({ name, script }) => [name, ...(script ? [script] : [])]);
  expect(new Set(names).size).toBe(names.length);
  expect(COMMANDS.filter(({ says: line }) => line.length > 90)).toEqual([]);
});

describe('help', () => {
  test.for([[[]], [['help']], [['--help']], [['-h']]] as const)(
    '%o names every command in its group',
    async ([args]) => {
      const { code, text } = await says(...args);
      expect(code).toBe(0);
      for (const group of GROUPS) expect(text).toContain(`\n${group}\n`);
      for (const { name, says: line } of COMMANDS)
        expect(text).toMatch(new RegExp(`^  ${name} +${line.slice(0, 10)}`, 'm'));
    },
  );

  test.for([
    ['reader', /^kindling reader anna@example\.org/],
    ['today', /^kindling today\n/],
    ['funnel', /^kindling funnel \[course\]/],
    ['replies', /^kindling replies .*\n(.*\n)*How replies are read:/],
    ['counts', /^npm run counts/],
    ['test:mail', /^npm run test:mail/],
    ['deploy', /^kindling deploy: looks first.*\n\n.*--yes/],
    [
      'check:content',
      /^kindling check: .*\n\n.*--table.*\n\n--json .*\n\nThe same as npm run check:content\.$/,
    ],
    ['bench', /^kindling bench: what docs\/sending\.md says it costs$/],
  ] as const)('of %s', async ([name, says_]) => {
    const { code, text } = await says('help', name);
    expect([code, text]).toEqual([0, expect.stringMatching(says_)]);
  });

  test('a command asked for help gives it, and does nothing', async () => {
    expect(await says('start', '--help')).toEqual({
      code: 0,
      text: expect.stringMatching(/^kindling start: the whole pipeline/),
    });
    expect((await says('readers', '--help')).text).toMatch(/^kindling readers /);
  });
});

describe('a command of nobody', () => {
  test.for([
    ['raeder', 'Did you mean reader?'],
    ['tody', 'Did you mean today?'],
    ['Funnel', 'Did you mean funnel?'],
    ['frobnicate', 'kindling help names them all.'],
  ] as const)('%s: %s', async ([typed, hint]) => {
    const refused = { name: 'ArgumentError', message: `There is no command "${typed}". ${hint}` };
    await expect(says(typed)).rejects.toMatchObject(refused);
    await expect(says('help', typed)).rejects.toMatchObject(refused);
  });

  test.for([
    ['reader', 'reader', 0],
    ['raeder', 'reader', 1],
    ['reder', 'reader', 1],
    ['readerr', 'reader', 1],
    ['rexder', 'reader', 1],
    ['', 'cost', 4],
    ['tsoc', 'cost', 3],
  ] as const)('%s lies from %s by %i', ([one, other, far]) => {
    expect(distance(one, other)).toBe(far);
    expect(distance(other, one)).toBe(far);
  });

  test('what is half wrong is like none', () => {
    expect(nearest('xxst', ['cost'])).toBeUndefined();
    expect(nearest('xost', ['cost'])).toBe('cost');
    expect(nearest('anything', [])).toBeUndefined();
  });
});
