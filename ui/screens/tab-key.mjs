// What the Tab key reaches.

/** Every stop of the Tab key can be seen: no bar covers it. */
async function walkByTab(page) {
  const seen = new Set();
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getBoundingClientRect();
      // The middle of what lies inside the window: a long region is taller than it.
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const top = document.elementFromPoint((box.left + box.right) / 2, y);
      const isHidden = element.closest('.visually-hidden') || element.matches('.visually-hidden');
      return {
        name: `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`,
        covered: !isHidden && !(top && (element.contains(top) || top.contains(element))),
        outlined: isHidden || getComputedStyle(element).outlineStyle !== 'none',
      };
    });
    if (!at) break;
    if (at.covered) throw new Error(`covered when focused: ${at.name}`);
    if (!at.outlined) throw new Error(`no sign of focus: ${at.name}`);
    seen.add(at.name);
  }
  if (seen.size < 2) throw new Error(`the Tab key reached only ${seen.size} places`);
}

export const TAB_KEY = [
  ['draft-half', '#/plan/edit'],
  ['draft-half', '#/plan/edit/line/clam'],
  ['draft-whole', '#/plan/edit/rules/pain'],
  ['draft-visit', '#/plan/visit'],
  ['populated', '#/today'],
  ['full', '#/today'],
  ['full-paused', '#/today'],
  ['populated', '#/plan'],
  ['populated', '#/plan/templates/walk-lami'],
  ['populated', '#/exercises'],
  ['populated', '#/learn'],
  ['populated', '#/learn/nerve-damage'],
  ['populated', '#/settings'],
  ['populated', '#/warning-signs'],
  ['populated', '#/check'],
  ['stopped', '#/today'],
  ['populated', '#/day/2026-11-18/clam/time/1'],
  ['populated', '#/day/2026-11-16/clam/time/1'],
  ['gap-three', '#/today'],
  ['populated', '#/record'],
  ['progress-later', '#/progress'],
  ['measures-later', '#/measures/chair-stand'],
  ['measures-later', '#/measures/activities'],
  ['populated', '#/week/2026-11-16'],
  ['session-hold', '#/session'],
].map(([scene, at]) => [`the Tab key reaches everything on ${at}, and nothing covers it`, scene, at, walkByTab]);
