/** Whether this device is a telephone, so that a tap on a number can call it. Elsewhere such a link leads nowhere. */
export const isPhone = /Android.*Mobile|iPhone/.test(navigator.userAgent);
/** Whether it is a phone or tablet: the systems of those let a window that is out of sight say and show nothing. */
export const isHandheld = /Android|iPhone|iPad/.test(navigator.userAgent);
