import type { Paint } from '../account/paint.ts';
import { type Command, GROUPS } from './command.ts';
import { COMMANDS } from './commands.ts';

/** All commands, by what they are about. */
export function overview(paint: Paint): readonly string[] {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const groups = GROUPS.flatMap((group) => [
    '',
    paint('bold', group),
    ...COMMANDS.filter((one) => one.group === group).map(
      ({ name, says }) => `  ${name.padEnd(width)}  ${says}`,
    ),
  ]);
  return [
    'kindling <command>, in the folder of your publication',
    ...groups,
    '',
    'kindling help <command> says what it takes. npm scripts of the same names do the same.',
    'Statuses: 0 done; 1 refused, or something was found wrong; 2 not understood.',
  ];
}

/** What a command takes that does not say it itself. */
export const optionsOf = ({
  name,
  script,
  says,
  options,
  withoutJson,
}: Command): readonly string[] => [
  `kindling ${name}: ${says}`,
  ...(options === undefined ? [] : ['', options]),
  ...(withoutJson === undefined ? ['', '--json prints the same for scripts.'] : []),
  ...(script === undefined ? [] : ['', `The same as npm run ${script}.`]),
];
