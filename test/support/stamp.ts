/** What a page of ours says of when it was made; undefined where nothing on it asks for a person. */
export const stampIn = (page: string): string | undefined =>
  /<input type="hidden" name="made" value="([^"]+)">/.exec(page)?.[1];
