import { describe, expect, test } from 'vitest';
import { silenced } from '../support/silenced.ts';
import { asking } from '../support/web-requests.ts';

describe('when something breaks on our side', () => {
  const asked = { email: 'ann@example.com', name: 'Ann', track: 'friend', newsletter: 'yes' };
  const breaking = () => {
    const asked = asking();
    const rateLimit = { take: () => Promise.reject(new Error('no table')) };
    return asking({ ...asked.world, rateLimit: { ...asked.world.rateLimit, ...rateLimit } });
  };

  test('a person has the form again, with what was typed', async () => {
    const logged = silenced();
    const answer = await breaking().postForm('/subscribe', asked);
    const lines = logged();
    expect(answer.status).toBe(500);
    const page = await answer.text();
    expect(page).toContain('Please try again in a minute');
    expect(page).toContain('value="ann@example.com"');
    expect(page).toMatch(/name="track" value="friend" checked/);
    expect(page).toMatch(/name="newsletter" value="yes" checked/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('web-failed');
    expect(lines[0]).not.toContain('ann');
  });

  test('a program is told so', async () => {
    const logged = silenced();
    const answer = await breaking().postJson('/subscribe', asked);
    logged();
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toContain('problem+json');
  });
});
