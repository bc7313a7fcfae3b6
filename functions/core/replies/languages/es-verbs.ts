/**
 * The forms of Spanish verbs in which people ask for something: infinitive, imperatives of tú, usted,
 * ustedes, vosotros and vos, present, subjunctives, conditional, gerund, with and without pronouns.
 * Without accents, which are not compared.
 */
interface Verb {
  readonly bare: readonly string[];
  /** Present tense: "no manda" tells of somebody, and asks for nothing. */
  readonly now: readonly string[];
  /** With what it is done to: `mandarlas`. */
  readonly it: readonly string[];
  /** With whom: `mandarme`, `mandadnos`. */
  readonly me: readonly string[];
  /** With both: `mandenmelas`. */
  readonly both: readonly string[];
  /** Imperatives with any of them. */
  readonly told: readonly string[];
}

/** Stems that differ: under stress (`cierr`), before the other vowel (`saqu`), of the past (`detuvie`). */
interface Stems {
  readonly strong?: string;
  readonly soft?: string;
  readonly past?: string;
}

const IT = ['lo', 'la', 'los', 'las'];
const ME = ['me', 'nos'];
const BOTH = ['mela', 'melas', 'melo', 'melos', 'nosla', 'noslas', 'noslo', 'noslos'];
const PAST = ['ra', 'ras', 'rais', 'ran', 'se', 'ses', 'seis', 'sen'];
const WOULD = ['ia', 'ias', 'iais', 'ian'];

/** Endings of one class of verbs: present and imperative, subjunctive, and what stands before `r`. */
const ENDINGS = {
  ar: { now: 'a', you: 'ais', soft: 'e', softYou: 'eis', past: 'a', gerund: 'ando' },
  er: { now: 'e', you: 'eis', soft: 'a', softYou: 'ais', past: 'ie', gerund: 'iendo' },
  ir: { now: 'e', you: 'is', soft: 'a', softYou: 'ais', past: 'ie', gerund: 'iendo' },
} as const;

const put = (stem: string, endings: readonly string[]): readonly string[] =>
  endings.map((ending) => stem + ending);

function verb(kind: keyof typeof ENDINGS, stem: string, stems: Stems = {}): Verb {
  const { now, you, soft, softYou, past, gerund } = ENDINGS[kind];
  const strong = stems.strong ?? stem;
  const changed = stems.soft ?? strong;
  const infinitive = stem + kind;
  const going = stem + gerund;
  const told = [strong + now, changed + soft, `${changed}${soft}n`, `${stem}${kind.charAt(0)}d`];
  const asked = [infinitive, going, ...told];
  const present = [...put(strong + now, ['', 's', 'n']), ...put(stem, [you, `${kind.charAt(0)}s`])];
  const bare = [
    ...asked.filter((form) => form !== strong + now),
    ...put(changed + soft, ['s', 'mos']),
    (stems.soft ?? stem) + softYou,
    ...put(stems.past ?? stem + past, PAST),
    ...put(infinitive, WOULD),
  ];
  const ending = (pronouns: readonly string[]) => asked.flatMap((form) => put(form, pronouns));
  const imperative = told.flatMap((form) => put(form, [...IT, ...ME, ...BOTH, 'le', 'les']));
  return {
    bare,
    now: present,
    it: ending(IT),
    me: ending(ME),
    both: ending(BOTH),
    told: imperative,
  };
}

/** Forms of some verbs, as a language's list writes them. */
const listed =
  (...kinds: readonly (keyof Verb)[]) =>
  (...verbs: readonly Verb[]): string =>
    verbs.flatMap((one) => kinds.flatMap((kind) => one[kind])).join(', ');

const ar = (stem: string, stems?: Stems) => verb('ar', stem, stems);
const ir = (stem: string, stems?: Stems) => verb('ir', stem, stems);
const er = (stem: string, stems?: Stems) => verb('er', stem, stems);

const SENDING = [ar('envi'), ar('mand'), ir('remit'), ir('escrib')];
const BOTHERING = [ar('molest'), ar('contact'), ar('bombarde'), ar('spame'), ar('fastidi')];
const SENDING_AGAIN = [ar('reenvi'), ar('remand')];
const TAKING_OFF = [
  ...[ar('borr'), ar('quit'), ar('elimin'), ar('sac', { soft: 'saqu' }), ar('retir')],
  ...[ir('exclu', { strong: 'excluy' }), ar('tach'), ir('suprim'), ar('desapunt')],
];

const pronominal = listed('bare', 'now', 'it', 'me', 'both');
/** "Mande", "salté": without accents a wish and what somebody did look alike. */
const without = (list: string, ...forms: readonly string[]): string =>
  list
    .split(', ')
    .filter((form) => !forms.includes(form))
    .join(', ');
/** Told to somebody, and about what or whom: `mandenlas`, `cambiame`. */
const imperatives = listed('told');

/** To send, to bother; `SENDS_ME` with the reader in the verb. */
export const SENDS = without(
  listed('bare', 'it')(...SENDING, ...BOTHERING),
  ...['mande', 'envie', 'contacte'],
);
/** Told to one person: "manda"; never behind "no". */
export const SEND_NOW = listed('now')(...SENDING);
export const SENDS_ME = listed('me', 'both')(...SENDING, ...BOTHERING);
export const SEND_IT = imperatives(...SENDING);
export const RESENDS = pronominal(...SENDING_AGAIN);

/** To pause, suspend, interrupt; and to stop for a while, to wait. */
export const PAUSES = pronominal(
  ...[
    ar('paus'),
    er('suspend'),
    er('deten', { strong: 'detien', soft: 'deteng', past: 'detuvie' }),
  ],
  ...[ir('interrump'), ar('congel'), ar('aplaz', { soft: 'aplac' }), ar('silenci'), ar('freez')],
  ...[er('pospon', { soft: 'pospong', past: 'pusie' }), ar('posterg', { soft: 'postergu' })],
  ...[er('reten', { strong: 'retien', soft: 'reteng', past: 'retuvie' })],
  ...[ar('paraliz', { soft: 'paralic' }), ar('guard')],
);
export const PAUSE_IT = listed('it', 'me')(ar('fren'), ar('aguant'), ar('esper'), ar('retras'));
export const RESTS = pronominal(
  ...[ar('esper'), ar('aguant'), ar('fren'), ar('retras'), ar('demor')],
  ...[ar('aparc', { soft: 'aparqu' })],
);
/** "Parar" without "para", which is "for". */
export const HALTS = without(pronominal(ar('par')), 'para', 'paras', 'paran', 'pare', 'paro');
export const CANCELS = pronominal(
  ...[ar('cancel'), ar('anul'), ar('desactiv')],
  ...[ar('quit'), ar('retir')],
);
/** To take off a list; `REMOVES_ME` with the reader in the verb, as choices of a phrase. */
export const REMOVES = listed('bare', 'now')(...TAKING_OFF);
export const REMOVES_ME = TAKING_OFF.flatMap(({ me }) => me).join('|');
export const UNSUBSCRIBES = listed(
  'bare',
  'me',
  'it',
)(...[ir('desuscrib'), ir('desubscrib'), ir('desinscrib'), ar('desapunt'), ar('desanot')]);
export const ERASES = listed(
  'bare',
  'now',
  'it',
)(
  ...[ar('borr'), ar('elimin'), ir('suprim'), ir('destru', { strong: 'destruy' }), ar('olvid')],
  ...[ar('cancel'), ar('cerr', { strong: 'cierr' })],
);
export const RESUMES = pronominal(
  ...[ar('reanud'), ar('despaus'), ar('reactiv'), ar('descongel'), ar('retom'), ar('reinici')],
  er('restablec', { soft: 'restablezc' }),
);
export const SKIPS = without(
  pronominal(
    ...[ar('salt'), ir('omit'), ar('brinc', { soft: 'brinqu' }), ar('salte'), ar('skipe')],
  ),
  ...['salte', 'salto', 'brinque', 'saltee', 'skipee', 'salta'],
);
const CHANGING = [
  ...[ar('cambi'), ar('pas'), er('mov', { strong: 'muev' }), ar('program'), ar('fij'), ar('ajust')],
  ...[er('pon', { soft: 'pong', past: 'pusie' }), ar('adelant'), ar('retras'), ar('atras')],
  ...[ar('modific', { soft: 'modifiqu' }), ar('actualiz', { soft: 'actualic' }), ar('limit')],
  ...[ir('reduc', { soft: 'reduzc', past: 'reduje' }), ar('espaci')],
  ...[ar('acomod'), er('corr'), ar('arregl')],
];
export const CHANGES = without(
  pronominal(...CHANGING),
  'pase',
  'paso',
  'pasa',
  'corre',
  'corro',
  'cambio',
);
export const CHANGE_IT = imperatives(...CHANGING);
/** To go on, to start again. */
export const GOES_ON = listed(
  'bare',
  'now',
  'it',
  'me',
)(
  ...[ar('continu'), ar('empez', { strong: 'empiez', soft: 'empiec' })],
  ...[ar('comenz', { strong: 'comienz', soft: 'comienc' }), ar('arranc', { soft: 'arranqu' })],
  ...[ir('prosegu', { strong: 'prosig' })],
);
