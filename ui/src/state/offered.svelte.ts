/** A plan file that nobody chose on the page that takes in files: made of an example, or opened from the desktop. That page begins with it. */
export const offered = $state<{ file: { name: string; bytes: number[] } | null }>({ file: null });
