import PostalMime from 'postal-mime';
import type { Attachment } from '../mail/write.ts';
import { MAX_OBJECT_BYTES } from './caps.ts';
import { repairC1 } from './characters.ts';
import type { InboundMail } from './read-mail.ts';

/** What is attached to a mail, and what of it is not passed on. */
export interface Attached {
  readonly passed: readonly Attachment[];
  /** Names, as their writer called them. */
  readonly leftOut: readonly string[];
  /** The mail is larger than is read: what is attached to it is not known. */
  readonly tooLarge?: true;
}

export const NOTHING_ATTACHED: Attached = { passed: [], leftOut: [] };

/** Pictures, voices, films and papers that open without running anything. */
const PASSED =
  /^(?:image\/(?:jpeg|png|gif|webp|heic|heif)|audio\/[a-z0-9.+-]{1,40}|video\/(?:mp4|quicktime)|application\/pdf|text\/plain)$/;
/** More parts than a person's mail has: not worth the time to read them all. */
const MOST_PARTS = 60;

/** Whether anything but words is in a mail. */
export const hasAttachments = ({ contentTypes }: InboundMail): boolean =>
  contentTypes.some((type) => !/^(?:multipart\/|text\/(?:plain|html)$)/.test(type));

/**
 * What is attached to a person's mail. All of it is at most 5 MB, since no more of a mail is read.
 * Never throws: what can't be read is not passed on.
 */
export async function attachmentsIn(bytes: Uint8Array, mail: InboundMail): Promise<Attached> {
  if (bytes.length > MAX_OBJECT_BYTES) return { ...NOTHING_ATTACHED, tooLarge: true };
  if (mail.contentTypes.length > MOST_PARTS) return { passed: [], leftOut: [...mail.contentTypes] };
  try {
    const { attachments } = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 64,
    });
    const all = attachments.map(
      ({ filename, mimeType, content }): Attachment => ({
        name: repairC1(filename ?? '') || mimeType,
        type: mimeType.toLowerCase(),
        content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
      }),
    );
    return {
      passed: all.filter(({ type }) => PASSED.test(type)),
      leftOut: all.filter(({ type }) => !PASSED.test(type)).map(({ name }) => name),
    };
  } catch {
    return { passed: [], leftOut: [...mail.contentTypes] };
  }
}
