/** A hundred thousand people; of each thousand five have no address, and five are there already. */
export const LONGEST_LIST = [
  'email,name,consent_time',
  ...Array.from({ length: 100_000 }, (_, number) => {
    const of = number % 1000;
    if (of < 5) return `nobody ${number},,2024-03-01`;
    return `reader${of < 10 ? number + 100 : number}@example.com,Reader,2024-03-01`;
  }),
].join('\n');
