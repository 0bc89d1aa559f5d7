/** Moves reading to a heading that has just appeared in the place of something else. */
export function heading(element: HTMLElement): void {
  element.focus();
}
