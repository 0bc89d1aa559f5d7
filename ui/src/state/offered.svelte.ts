/** A plan file that this window made itself, such as one of an example; the page that takes in files begins with it. */
export const offered = $state<{ file: { name: string; bytes: number[] } | null }>({ file: null });
