import type { Outside } from '../account/session.ts';

/** What a command is about, in the order in which help tells of them. */
export const GROUPS = [
  'Begin',
  'The desk',
  'Letters',
  'The newsletter, and lists',
  'The account',
  'For those who change Kindling',
] as const;
type Group = (typeof GROUPS)[number];

type Run = (outside: Outside, args: readonly string[]) => Promise<number>;

/** One command. It is loaded when it is called: most need the AWS SDK, and help does not. */
export type Command = {
  readonly name: string;
  /** The npm script that calls the same code, where it is called otherwise. */
  readonly script?: string;
  readonly group: Group;
  /** What it does, in a line. */
  readonly says: string;
  /** What can be said with it, where it does not say that itself (`--help`). */
  readonly options?: string;
} & (
  | { readonly load: () => Promise<Run> }
  /** A program of its own, from the folder of the publication; and what it is always told. */
  | { readonly file: string; readonly always?: readonly string[] }
);

const WHERE = '--profile and --region say where.';

export const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    group: 'Begin',
    says: 'the whole pipeline on this machine, with a mailbox and a clock to move',
    options: '--fresh starts over; PORT=3001 takes another port.',
    file: 'local/start.ts',
  },
  {
    name: 'setup',
    group: 'Begin',
    says: 'asks what a first deployment has to know, and writes it down',
    options: `--production asks AWS for leave to write to strangers; --set key=value writes one key of cdk.json. ${WHERE}`,
    load: async () => (await import('../account/setup.ts')).setup,
  },
  {
    name: 'deploy',
    group: 'Begin',
    says: 'looks first, shows what readers would lose, and deploys',
    options: `--yes and --yes-to-plan say yes beforehand, --force goes on in spite of what was found. ${WHERE}`,
    load: async () => (await import('../account/deploy.ts')).deploy,
  },
  {
    name: 'doctor',
    group: 'Begin',
    says: 'whether everything is well in the account, and what mends it',
    options: `--live walks a reader of its own through it; --json for scripts. ${WHERE}`,
    load: async () => (await import('../account/doctor.ts')).doctor,
  },
  {
    name: 'today',
    group: 'The desk',
    says: 'due, waiting, in doubt; what keeps mails from going; quota and alarms',
    load: async () => (await import('../desk/commands/today.ts')).todayCommand,
  },
  {
    name: 'readers',
    group: 'The desk',
    says: 'how many stand where, who joined lately, and lists of them',
    load: async () => (await import('../desk/commands/readers.ts')).readersCommand,
  },
  {
    name: 'reader',
    group: 'The desk',
    says: 'one reader; for them: pause, resume, jump, again, address, leave, erase',
    load: async () => (await import('../desk/commands/reader.ts')).readerCommand,
  },
  {
    name: 'funnel',
    group: 'The desk',
    says: 'a course as a picture: who received, paused after and left after each letter',
    load: async () => (await import('../desk/commands/funnel.ts')).funnelCommand,
  },
  {
    name: 'counts',
    group: 'The desk',
    says: 'what became of each letter and issue, in numbers',
    load: async () => (await import('../account/counts.ts')).counts,
  },
  {
    name: 'replies',
    group: 'The desk',
    says: 'what readers wrote: waiting for you, asked back, understood; or how a text is read',
    load: async () => (await import('../replies/command.ts')).repliesCommand,
  },
  {
    name: 'cost',
    group: 'The desk',
    says: 'this month so far, and what it comes to',
    load: async () => (await import('../desk/commands/cost.ts')).costCommand,
  },
  {
    name: 'studio',
    group: 'The desk',
    says: 'all of that in the browser, and every letter as readers see it; on this machine alone',
    load: async () => (await import('../studio/command.ts')).studio,
  },
  {
    name: 'check',
    script: 'check:content',
    group: 'Letters',
    says: 'reads every letter for you: length, reading level, links, size, what mail programs show',
    options: 'Another content folder as the argument; --table prints what the letters measure.',
    file: 'emails/check-content.ts',
  },
  {
    name: 'letters-table',
    script: 'letters:table',
    group: 'Letters',
    says: 'the same, with what each letter measures',
    options: '--table=docs/letters.md writes it there.',
    file: 'emails/check-content.ts',
    always: ['--table'],
  },
  {
    name: 'preview',
    group: 'Letters',
    says: 'every mail with example readers, in the browser',
    options: 'Another content folder as the argument; PORT=3101 takes another port.',
    file: 'emails/preview.ts',
  },
  {
    name: 'test-mail',
    script: 'test:mail',
    group: 'Letters',
    says: 'sends you any mail, as a reader of your choice would get it, disarmed',
    load: async () => (await import('../account/test-mail.ts')).testMail,
  },
  {
    name: 'plan',
    group: 'Letters',
    says: 'what the courses in content/ would mean for everybody who reads',
    load: async () => (await import('../account/plan.ts')).plan,
  },
  {
    name: 'simulate',
    group: 'Letters',
    says: 'a course in virtual time with made-up readers: a calendar, mails a day, quota and cost',
    load: async () => (await import('../simulate/simulate.ts')).simulate,
  },
  {
    name: 'new-course',
    script: 'new:course',
    group: 'Letters',
    says: 'a course of two letters to begin with',
    options: 'kindling new-course quiet-mornings "Quiet mornings"',
    file: 'emails/new-course.ts',
  },
  {
    name: 'new-letter',
    script: 'new:letter',
    group: 'Letters',
    says: 'a letter to be written, in its place',
    options:
      'kindling new-letter --course closer --after tea "Ten minutes at the window"; or --first',
    file: 'emails/new-letter.ts',
  },
  {
    name: 'newsletter',
    group: 'The newsletter, and lists',
    says: 'the issues: where they stand, who gets one when; pause, resume, cancel',
    load: async () => (await import('../account/newsletter.ts')).newsletter,
  },
  {
    name: 'import',
    group: 'The newsletter, and lists',
    says: 'brings a list here from another tool, or back',
    load: async () => (await import('../account/import.ts')).importList,
  },
  {
    name: 'export',
    group: 'The newsletter, and lists',
    says: 'everybody who is known, as a list to take along',
    load: async () => (await import('../account/export.ts')).exportList,
  },
  {
    name: 'release',
    group: 'The account',
    says: 'lets letters go again that were stopped since too many came back',
    options: `--yes does it, --local names a local cloud. ${WHERE}`,
    load: async () => (await import('../account/release.ts')).release,
  },
  {
    name: 'backup',
    group: 'The account',
    says: 'a copy of the table, and who left, apart from it',
    options: WHERE,
    load: async () => (await import('../account/backup.ts')).backup,
  },
  {
    name: 'restore',
    group: 'The account',
    says: 'brings back what the table has lost, and nobody who left',
    options: `--at MOMENT, --backup ARN or --from TABLE name the copy, --lost-at when it was lost; --yes does it, --go-on ends the hold. ${WHERE}`,
    load: async () => (await import('../account/restore.ts')).restore,
  },
  {
    name: 'teardown',
    group: 'The account',
    says: 'closes down, in two steps',
    options: `--stop ends sending and receiving (--go-on takes that back), --all deletes the stack. ${WHERE}`,
    load: async () => (await import('../account/teardown.ts')).teardown,
  },
  {
    name: 'rehearse',
    group: 'The account',
    says: 'an empty AWS account on this machine, to deploy to',
    options: '--established: out of the sandbox, with every record there.',
    file: 'local/rehearse.ts',
  },
  {
    name: 'where',
    group: 'The account',
    says: 'the lines of code that a fault in a log leads to',
    file: 'local/where.ts',
  },
  {
    name: 'bench',
    group: 'For those who change Kindling',
    says: 'what docs/sending.md says it costs',
    file: 'local/bench/run.ts',
  },
  {
    name: 'scale',
    group: 'For those who change Kindling',
    says: 'what docs/scale.md reckons from it',
    file: 'local/bench/scale-run.ts',
  },
  {
    name: 'mutants',
    group: 'For those who change Kindling',
    says: 'small wrong changes, and which test notices',
    file: 'local/mutants/run.ts',
  },
  {
    name: 'replies-train',
    script: 'replies:train',
    group: 'For those who change Kindling',
    says: 'what the second reader of replies learns',
    file: 'local/replies/train.ts',
  },
  {
    name: 'model',
    group: 'For those who change Kindling',
    says: 'tells as many stories of readers as you like, and looks for a broken promise',
    file: 'test/model/run.ts',
  },
  {
    name: 'lighthouse',
    group: 'For those who change Kindling',
    says: 'judges every public page',
    file: 'test/lighthouse/run.ts',
  },
];

/** The command of a name, or of the npm script's. */
export const commandNamed = (name: string): Command | undefined =>
  COMMANDS.find((one) => one.name === name || one.script === name);
