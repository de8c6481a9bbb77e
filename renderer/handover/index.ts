// Files that leave the project from any screen: choosing the place, writing, and the question about personal data.

/** Asks whether personal data go into an audience list. */
export { AudienceDialog, type AudienceDialogProps, type AudienceWish } from './AudienceDialog.tsx';
/** Asks for a place, writes, delivers. */
export { useSaveFile } from './useSaveFile.ts';
