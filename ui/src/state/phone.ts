/** Whether this device is a telephone, so that a tap on a number can call it. Elsewhere such a link leads nowhere. */
export const isPhone = /Android.*Mobile|iPhone/.test(navigator.userAgent);
