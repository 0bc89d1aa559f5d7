// Opens every screen in a real browser on the fixtures and looks for faults: axe with the target sizes,
// our own larger targets, sideways scrolling, cut-off text, and anything the browser complains of.
// A picture of each goes to target/screens. `node screens/run.mjs today session` takes those that begin so,
// `--docs` those that the documents show, which go to docs/screens.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

import { tryBehaviour } from './behaviour.mjs';
import { faultsInPage } from './faults.mjs';
import { faultsOnPaper, ON_PAPER } from './paper.mjs';
import { SCENES } from './scenes.mjs';

const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = BROWSERS.find((path) => path && existsSync(path));
if (!executablePath) {
  console.error('No Chromium is here. Install it (apt-get install chromium) or name it in CHROMIUM.');
  process.exit(2);
}

const PICTURES = fileURLToPath(new URL('../../target/screens/', import.meta.url));
const FOR_DOCUMENTS = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const catalogue = JSON.parse(readFileSync(new URL('../src/host/fixtures/catalogue.json', import.meta.url), 'utf8'));
const namesOfExercises = catalogue.map(({ guidance }) => guidance.en.title);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The locale with longer words, which shows where they find no room. */
const PSEUDO = 'en-XA';

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };
/**
 * How each screen is looked at, by visit: a page is loaded once a visit, and then its window takes each size and wears
 * each look, as a person who turns the phone or darkens the system. No screen reads its size but by its styles.
 * `axe` where its rules are run: all of them once a size, and after that those about colours, as nothing else has
 * changed. Everywhere for overflow and complaints.
 */
const VISITS = [
  { text: 100, locale: 'en', sizes: [
    { size: phone, looks: [
      { name: 'phone-light', colour: 'light', axe: true },
      { name: 'phone-dark', colour: 'dark', axe: true },
      { name: 'high-contrast', colour: 'light', contrast: 'more', axe: true },
      { name: 'forced-colours', colour: 'dark', forced: 'active' },
    ] },
    { size: desk, looks: [
      { name: 'desk-light', colour: 'light', axe: true },
      { name: 'desk-dark', colour: 'dark', axe: true },
    ] },
    { size: { width: 768, height: 1024 }, looks: [{ name: 'tablet-light', colour: 'light' }] },
    { size: { width: 1024, height: 768 }, looks: [{ name: 'small-desk', colour: 'light' }] },
    { size: { width: 320, height: 640 }, looks: [{ name: 'narrow', colour: 'light' }] },
    { size: { width: 640, height: 320 }, looks: [{ name: 'low', colour: 'light' }] },
    // A4 less its margins, printed by somebody whose screen is dark.
    { size: { width: 718, height: 1047 }, looks: [{ name: 'print', colour: 'dark', paper: true }] },
  ] },
  { text: 200, locale: 'en', sizes: [
    { size: phone, looks: [{ name: 'large-text', colour: 'light', axe: true }] },
    { size: desk, looks: [{ name: 'large-text-desk', colour: 'light' }] },
  ] },
  { text: 100, locale: PSEUDO, sizes: [{ size: phone, looks: [{ name: 'pseudo', colour: 'light' }] }] },
];
/** The rules of axe that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What the documents show, and the names there. */
const IN_DOCUMENTS = { welcome: 'first-run', today: 'today', 'session-hold': 'session', 'warning-signs': 'card', learn: 'learn' };
const isForDocuments = process.argv.includes('--docs');

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const onlyLooks = process.argv.find((word) => word.startsWith('--looks='))?.slice('--looks='.length).split(',');
const isWanted = ({ name }) => (isForDocuments ? name in IN_DOCUMENTS : wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
const scenes = SCENES.filter(isWanted);
const isLook = ({ name }) => (isForDocuments ? /^(phone|desk)-/.test(name) : !onlyLooks || onlyLooks.includes(name));
const withSome = (ones, part) => ones.filter((one) => one[part].length > 0);
const sizesOf = ({ sizes }) => withSome(sizes.map((size) => ({ ...size, looks: size.looks.filter(isLook) })), 'looks');
const visits = withSome(VISITS.map((visit) => ({ ...visit, sizes: sizesOf(visit) })), 'sizes');

if (wanted.length === 0 && !onlyLooks && !isForDocuments) rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });

const server = await preview({ mode: 'fake', logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
const base = server.resolvedUrls.local[0];
const faults = [];

for (const text of [...new Set(visits.map((visit) => visit.text))]) {
  // The person's own text size is a setting of the browser, so it is given when the browser starts.
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--blink-settings=defaultFontSize=${(16 * text) / 100}`],
  });
  for (const visit of visits.filter((one) => one.text === text)) {
    // A clock that a scene stops stands still for every page of its context, so each half has its own.
    await Promise.all([0, 1].map(async (half) => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
      await tryScenes(context, visit, scenes.filter((_, at) => at % 2 === half));
      await context.close();
    }));
  }
  if (text === 100 && !onlyLooks && !isForDocuments) faults.push(...(await tryBehaviour(browser, base, wanted)));
  await browser.close();
}
await server.close();

console.log(`${scenes.length} screens in ${visits.flatMap((visit) => visit.sizes.flatMap((size) => size.looks)).length} looks; pictures in target/screens`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error(`${faults.length} faults`);
  process.exit(1);
}
process.exit(0);

async function tryScenes(context, { sizes, locale, text }, some) {
  for (const scene of some) {
    // The pseudo-locale changes the names by which buttons are found, so only what a visit shows is tried.
    if (locale === PSEUDO && scene.then) continue;
    if (!ON_PAPER.includes(scene.name) && sizes.every(({ looks }) => looks.every(({ paper }) => paper))) continue;
    const page = await context.newPage();
    let look;
    const note = (text) => faults.push(`${scene.name} (${look.name}): ${text}`);
    const inEachLook = async (lookAt) => {
      for (const { size, looks } of sizes) {
        await page.setViewportSize(size);
        for (look of looks) {
          if (look.paper && !ON_PAPER.includes(scene.name)) continue;
          await wear(page, look);
          await lookAt(look, looks[0]);
        }
      }
    };
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(`console: ${message.text()}`));
    page.on('pageerror', (error) => note(`error: ${error.message}`));
    try {
      look = sizes[0].looks[0];
      await page.setViewportSize(sizes[0].size);
      await wear(page, look);
      await page.goto(`${base}fake.html?scene=${scene.scene}&locale=${locale}${scene.at}`);
      await page.waitForSelector('h1:not(:empty)');
      await page.evaluate(() => document.fonts.ready);
      await scene.then?.(page);
      await inEachLook(async ({ paper }) => {
        // Two frames: what the last answer changed is on screen then.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        for (const fault of await page.evaluate(paper ? faultsOnPaper : faultsInPage, { pseudo: locale === PSEUDO, large: text === 200, namesOfExercises })) note(fault);
      });
      // Pictures and axe come after it, as they leave traces in the page.
      await inEachLook(async ({ paper }) => {
        const picture = await page.screenshot({ path: `${PICTURES}${scene.name}.${look.name}.png`, fullPage: paper });
        if (isForDocuments) await keepSmall(page, picture, `${IN_DOCUMENTS[scene.name]}-${look.name}`);
      });
      await inEachLook(async ({ axe }, first) => {
        if (axe) await runAxe(page, note, look === first ? null : COLOURS);
      });
    } catch (error) {
      note(String(error));
    }
    await page.close();
  }
}

/** Gives `page` the colours of `look`. */
function wear(page, { colour, contrast, forced, paper }) {
  return page.emulateMedia({ media: paper ? 'print' : 'screen', colorScheme: colour, contrast: contrast ?? 'no-preference', forcedColors: forced ?? 'none' });
}

/** Keeps a picture as WebP in its most frequent colours. The browser makes it, so that no other tool is needed. */
async function keepSmall(page, picture, name) {
  const small = await page.evaluate(async (png) => {
    const COLOURS = 24;
    const ALIKE = 9;
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pencil = canvas.getContext('2d');
    pencil.drawImage(image, 0, 0);
    const drawn = pencil.getImageData(0, 0, image.width, image.height);
    const points = new Uint32Array(drawn.data.buffer);
    const counts = new Map();
    for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
    const apart = (a, b) => Math.hypot(...[0, 8, 16].map((at) => ((a >> at) & 255) - ((b >> at) & 255)));
    // Colours that look alike count as one, so that a small part of the figure keeps its own.
    const kept = [];
    for (const [point] of [...counts].sort((a, b) => b[1] - a[1])) {
      if (kept.length < COLOURS && kept.every((one) => apart(one, point) > ALIKE)) kept.push(point);
    }
    const nearest = (point) => kept.reduce((best, one) => (apart(point, one) < apart(point, best) ? one : best));
    const known = new Map([...counts.keys()].map((point) => [point, nearest(point)]));
    points.forEach((point, at) => (points[at] = known.get(point)));
    pencil.putImageData(drawn, 0, 0);
    // Of the whole quality there is nothing lost, and few colours are small.
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
    return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
  }, picture.toString('base64'));
  mkdirSync(FOR_DOCUMENTS, { recursive: true });
  writeFileSync(`${FOR_DOCUMENTS}${name}.webp`, Buffer.from(small, 'base64'));
}

/** Tries the rules of axe: those of `only`, or all. */
async function runAxe(page, note, only) {
  // From the top: what lies half under a bar that stays in sight counts as smaller than it is.
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(`globalThis.axe ?? (() => {${axe}\n})()`);
  const { violations } = await page.evaluate(
    (only) => globalThis.axe.run(only ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } }),
    only,
  );
  for (const { id, nodes } of violations) note(`axe ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
