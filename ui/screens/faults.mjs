// Runs inside the page: what axe does not look for. `namesOfExercises` come from the catalogue, in its own language.

export function faultsInPage({ pseudo, large, namesOfExercises }) {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) faults.push(`scrolls sideways: ${root.scrollWidth} of ${innerWidth}`);

  const describe = (element) => `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}"`;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .skip-link');

  for (const element of document.querySelectorAll('main *, header *, nav *')) {
    if (!isSeen(element)) continue;
    const style = getComputedStyle(element);
    // A pane that scrolls down is meant to; one that scrolls sideways is not.
    if (['auto', 'scroll', 'hidden'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && !['INPUT', 'TEXTAREA', 'PROGRESS'].includes(element.tagName)) {
      faults.push(`cut off or scrolling sideways: ${describe(element)}`);
    }
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) faults.push(`beyond the edge: ${describe(element)}`);
  }

  // With very large text on a phone a long word may have to break; elsewhere the layout is at fault.
  if (!pseudo && !large) {
    const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!isSeen(text.parentElement) || text.parentElement.closest('.folder, textarea')) continue;
      for (const word of text.data.matchAll(/\p{L}+/gu)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) faults.push(`broken inside the word: ${word[0]}`);
      }
    }
  }

  // 44 px is our own least, twice what the standard asks: sore hands, and a phone held above the head.
  for (const element of document.querySelectorAll('button, a[href], summary, input, [role=switch]')) {
    if (!isSeen(element)) continue;
    const box = (element.closest('label') ?? element).getBoundingClientRect();
    if (box.width < 44 || box.height < 44) faults.push(`small target ${Math.round(box.width)}x${Math.round(box.height)}: ${describe(element)}`);
  }

  const warning = document.querySelector('a[href="#/warning-signs"].alarm')?.getBoundingClientRect();
  // A window without a program behind it says itself when to ring.
  const isThere = document.querySelector('.nothing-answers') || location.hash === '#/warning-signs' || (warning && warning.top >= 0 && warning.bottom <= innerHeight);
  if (!isThere) faults.push('the warning signs are not one tap away');

  // Whoever needs the number has it in sight before they read or scroll, however large the letters are.
  const emergency = document.querySelector('.card.alarm:has(> .do) .number');
  if (emergency && !document.querySelector('dialog[open]')) {
    const scrolled = [root, ...document.querySelectorAll('main, main *')].filter((one) => one.scrollTop > 0).map((one) => [one, one.scrollTop]);
    for (const [one] of scrolled) one.scrollTop = 0;
    const { top, bottom, left, height, width } = emergency.getBoundingClientRect();
    const isFree = emergency.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    if (top < 0 || bottom > innerHeight || !isFree) faults.push(`the emergency number is out of sight: it ends at ${Math.round(bottom)} of ${innerHeight}`);
    for (const [one, to] of scrolled) one.scrollTop = to;
  }

  if (document.querySelectorAll('h1').length !== 1) faults.push('not exactly one main heading');
  if (document.querySelector('[style]:not(html)') && [...document.querySelectorAll('[style]')].some((element) => element !== root)) {
    faults.push('a style attribute');
  }

  if (pseudo) {
    // Words of the plan and of the catalogue are not ours to translate; those of every button are.
    for (const element of document.querySelectorAll('nav a span, .button')) {
      const text = element.textContent.trim();
      if (namesOfExercises.includes(text)) continue;
      if (isSeen(element) && !element.closest('[translate=no]') && /[a-z]{3}/i.test(text) && !/[^\x00-\x7f]/.test(text)) {
        faults.push(`not from the string files: ${text.slice(0, 40)}`);
      }
    }
  }
  return [...new Set(faults)];
}
