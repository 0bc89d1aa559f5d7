/** The day without entry that the person said to leave, until the app is opened again. */
export const left = $state<{ day: string | null }>({ day: null });
