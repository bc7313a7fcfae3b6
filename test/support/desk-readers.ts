import { person, type World } from './visitor.ts';

/** A publication with some readers in it, as its author finds it on a Thursday: who they are, by what they did. */
export async function deskReaders(outside: World) {
  const at = { zone: 'Europe/Berlin', hour: 8 };
  const ann = person(outside, 'ann@example.net');
  const ben = person(outside, 'ben@example.net');
  const cleo = person(outside, 'cleo@example.net');
  const dora = person(outside, 'dora@example.net');
  await ann.joins({ name: 'Ann', ...at });
  await ben.joins({ name: 'Ben', ...at, newsletter: true });
  await cleo.joins({ name: 'Cleo', ...at });
  await outside.advance('P1D');
  await ben.writes('pause for two weeks');
  await outside.advance('P1D');
  await ann.writes(
    'Grüße! It rained all day, and <img src="https://evil.example/pixel.png"> we talked.',
  );
  await cleo.writes('stop');
  await ann.writes('Could it come less often?');
  await dora.signUp({ name: 'Dora', ...at });
  // What SES took is counted every quarter of an hour.
  await outside.advance('PT1H');
  return { ann, ben, cleo, dora };
}
