import { expect, test } from 'vitest';
import { cardPicture } from '../../emails/pictures/card.tsx';
import { picturesOf } from '../../emails/pictures/pictures.ts';
import { CARD } from '../../functions/core/picture.ts';
import { COURSE, fakeLibrary } from '../support/fake-library.ts';

/** Width and height of a PNG (ISO/IEC 15948, §11.2.2). */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

test('each course that somebody can take, and each issue, has a card, and the pages have an icon', async () => {
  const { publication, newsletters } = fakeLibrary();
  const over = { ...COURSE, slug: 'over' as never, retired: true as const };
  const pictures = await picturesOf({ publication, courses: [COURSE, over], newsletters });
  expect([...pictures.keys()]).toEqual([
    'touch-icon',
    'course.closer',
    ...newsletters.map(({ id }) => `issue.${id}`),
  ]);
  expect([...pictures.values()].map(sizeOf)).toEqual([
    { width: 180, height: 180 },
    ...Array(1 + newsletters.length).fill({ width: CARD.width, height: CARD.height }),
  ]);
});

test('another title is another picture, and the same one is the same', async () => {
  const card = (title: string) => cardPicture({ publication: 'P', title, line: 'a line' });
  expect(await card('One')).toEqual(await card('One'));
  expect(await card('One')).not.toEqual(await card('Two'));
});

test('words that our types can’t draw are left out', async () => {
  const card = (title: string) => cardPicture({ publication: 'P', title, line: 'a line' });
  expect(await card('Письма')).toEqual(await card(''));
  expect(await card('Größe, Łódź, Việt')).not.toEqual(await card(''));
});
