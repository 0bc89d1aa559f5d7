// What is printed: the whole page and not the part in the window, dark on white, and nothing that only a hand can press.

/** The scenes that people print. */
export const ON_PAPER = ['exercise', 'plan', 'progress', 'record', 'warning-signs'];

/** Runs inside the page. */
export function faultsOnPaper() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) faults.push(`wider than the paper: ${root.scrollWidth} of ${innerWidth}`);

  const describe = (element) => `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}"`;
  const isPrinted = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .skip-link');
  const printed = [...document.querySelectorAll('body *')].filter(isPrinted);

  for (const element of printed) {
    if (element.matches('button, .button, input, select, textarea, nav, [role=switch]')) faults.push(`a control is printed: ${describe(element)}`);
    const style = getComputedStyle(element);
    const hides = (overflow) => overflow !== 'visible' && overflow !== 'clip';
    const isTooLarge = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
    if (style.display !== 'inline' && (hides(style.overflowX) || hides(style.overflowY)) && isTooLarge) faults.push(`cut off: ${describe(element)}`);
    // What stays in the window on a screen would lie over the words.
    if (['sticky', 'fixed'].includes(style.position) && element.clientHeight > 0) faults.push(`it lies over the page: ${describe(element)}`);
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) faults.push(`beyond the edge: ${describe(element)}`);
    // Ink on paper, whatever the look of the screen: printers leave out what is behind the words.
    const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    if (hasWords && !(element instanceof SVGElement) && light(style.color) > 0.4) faults.push(`pale on paper: ${describe(element)}`);
  }
  // What is printed in full is as high as all of it.
  const last = printed.at(-1)?.getBoundingClientRect().bottom ?? 0;
  if (root.scrollHeight + 1 < last + scrollY) faults.push('the end is not printed');
  if (document.querySelector('main svg .near')) {
    const limbs = [...document.querySelectorAll('main svg .near')].filter(isPrinted);
    if (!limbs.some((limb) => limb.getBoundingClientRect().width > 5)) faults.push('the figure is not printed');
    if (limbs.some((limb) => light(getComputedStyle(limb).fill) > 0.5)) faults.push('the figure is pale on paper');
  }
  return faults;

  /** How light a colour is, from 0 to 1, as the eye has it. */
  function light(colour) {
    const pencil = new OffscreenCanvas(1, 1).getContext('2d');
    pencil.fillStyle = colour;
    pencil.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pencil.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }
}
