/** Line breaks and other control characters would start a header of the sender's choice (S-03). */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();
