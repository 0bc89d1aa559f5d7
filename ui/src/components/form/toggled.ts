/** `all` without `one`, or with it when it is not there. */
export const toggled = <T>(all: T[], one: T): T[] => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]);
