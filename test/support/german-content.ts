import { stringify } from 'yaml';
import { tinyContent } from '../emails/tiny-content.ts';
import {
  courseYaml,
  publicationIn,
  SHIPPED,
  shippedWords,
  windowLetter,
} from './morning-letters.ts';

/** A course with all that one can have. */
const COURSE = `${courseYaml('de')}${stringify({
  tracks: [
    { id: 'allein', label: 'Für mich allein' },
    { id: 'zu-zweit', label: 'Zu zweit' },
  ],
  sources: {
    'rau-1999': 'Rau (1999), Über den Tee, Zeitschrift für den Morgen 1(2), 3–4.',
    'vogt-2004': 'Vogt (2004), Wer früh wach ist.',
  },
})}`;

/** One of everything that a letter can have, in German. */
const TEA = `---
id: tee
subject: Eine Kanne für zwei
preheader: Wie lange Tee zieht, und was man in dieser Zeit nicht tun muss.
minutes: 4
sources: [rau-1999, vogt-2004]
---

Wasser *kocht* überall gleich, **Tee nicht**. Mehr dazu steht [bei den Teeleuten](https://tee.example.net/ziehen).

## Was es braucht

- eine Kanne
- ein wenig Zeit, die keinem anderen gehört

1. Wasser aufsetzen
2. Warten

> Wer wartet, hat Zeit.

:::myth
Guter Tee ist teuer.
:::

:::truth
Guter Tee braucht drei Minuten.
:::

:::practice[Eine Tasse]{track=allein}
Koch dir eine Tasse. Trink sie, ohne zu lesen.
:::

:::practice[Zwei Tassen]{track=zu-zweit}
Koch zwei Tassen. Bring die eine jemandem.
:::

::check-in

::safety

:::question
Wem würdest du eine Tasse bringen?
:::

---

::button[Eine andere Uhrzeit wählen]{to=preferencesUrl}

:::next
Morgen: der Weg zum Bäcker.
:::
`;

const BREAD = `---
id: brot
subject: Der Weg zum Bäcker
preheader: Drei Straßen, die morgens um sechs ganz anders klingen.
minutes: 1
---

Geh heute ohne Musik.

::four-weeks

:::next
Das war der letzte Brief. Danke, dass du dabei warst.
:::
`;

const ISSUE = `---
id: raureif
subject: Der erste Raureif
preheader: Was man mit der Zeit anfängt, die das Kratzen der Scheibe kostet.
send-on: 2026-11-01
---

Jemand hat ein Wort auf die Scheibe geschrieben.

:::question
Was hättest du geschrieben?
:::
`;

/** A German publication with a course of three letters; all words that ship are beside it. */
export function germanContent(): string {
  const tiny = ['course.yaml', 'safety.md', 'lessons/01-first.md', 'lessons/02-second.md'];
  return tinyContent({
    ...Object.fromEntries(tiny.map((name) => [`courses/tiny/${name}`, undefined])),
    'newsletters/2026-12-news.md': undefined,
    'newsletters/2026-11-raureif.md': ISSUE,
    ...shippedWords(SHIPPED),
    'publication.yaml': publicationIn('de'),
    'courses/mornings/course.yaml': COURSE,
    'courses/mornings/safety.md': 'Wenn dir kalt wird, mach das Fenster zu.\n',
    'courses/mornings/lessons/01-fenster.md': windowLetter('de'),
    'courses/mornings/lessons/02-tee.md': TEA,
    'courses/mornings/lessons/03-brot.md': BREAD,
  });
}
