import type { Paint } from '../account/paint.ts';
import { COMMANDS, type Command, GROUPS } from './commands.ts';

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
export const optionsOf = ({ name, script, says, options, json }: Command): readonly string[] => [
  `kindling ${name}: ${says}`,
  ...(options === undefined ? [] : ['', options]),
  ...(json === true ? ['', '--json prints the same for scripts.'] : []),
  ...(script === undefined ? [] : ['', `The same as npm run ${script}.`]),
];
