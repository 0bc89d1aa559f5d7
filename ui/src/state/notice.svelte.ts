// What is said in passing: aloud through the live region, and on screen with a way back.

import { t } from '../i18n';

/** How long the way back is offered; correcting stays possible for ever on the item's page. */
export const UNDO_SECONDS = 10;

/** So long it fades, and can still be pressed: a finger on its way to it meets nothing that lies beneath. */
export const FADING_SECONDS = 1;

type Notice = { text: string; undo: (() => void) | null; failed: boolean };

class Notices {
  /** Read aloud by screen readers. */
  spoken = $state('');
  /** Shown at the foot of the screen. */
  shown = $state.raw<Notice | null>(null);
  /** It is about to go. */
  fading = $state(false);
  /** What can still be undone, the newest last: where that goes, the one before comes back. */
  #ways: Notice[] = [];
  #last = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says `text` aloud only. */
  announce(text: string): void {
    // The same words twice are read once; an invisible difference makes them new.
    this.#last = text === this.#last ? `${text}\u00a0` : text;
    this.spoken = this.#last;
  }

  /** Shows and says `text`, with a way back if there is one; else before the one that is still offered. */
  show(text: string, undo: (() => void) | null = null): void {
    const last = undo ? null : this.#ways.at(-1);
    this.shown = { text: last ? `${text} · ${last.text}` : text, undo: last?.undo ?? undo, failed: false };
    if (undo) {
      this.#ways.push(this.shown);
      setTimeout(() => this.#drop(undo), UNDO_SECONDS * 1000);
    }
    this.announce(this.shown.text);
    this.stay(false);
  }

  /** Shows and says that something failed; it stays until it is closed. */
  fail(text: string): void {
    this.shown = { text, undo: null, failed: true };
    this.stay(true);
    this.announce(text);
  }

  /** While somebody points at it or has focused it, it does not go away. */
  stay(yes: boolean): void {
    clearTimeout(this.#timer);
    this.fading = false;
    if (!yes && this.shown?.failed === false) this.#timer = setTimeout(() => this.#fade(), UNDO_SECONDS * 1000);
  }

  #fade(): void {
    this.fading = true;
    this.#timer = setTimeout(() => this.hide(), FADING_SECONDS * 1000);
  }

  /** Takes away what is shown, or the way back `undo` wherever it is. */
  hide(undo = this.shown?.undo ?? null): void {
    this.#drop(undo);
    if (this.shown?.undo !== undo) return;
    this.shown = this.#ways.at(-1) ?? null;
    this.stay(false);
  }

  /** Closes what is shown. Of what can be undone the older goes with it: alone it would take back more than it says. Behind a failure it waits. */
  close(): void {
    if (this.shown?.undo) this.#ways = [];
    this.hide();
  }

  /** Takes back what is shown. */
  undo(): void {
    const { shown } = this;
    this.hide();
    shown?.undo?.();
  }

  #drop(undo: Notice['undo']): void {
    this.#ways = this.#ways.filter((one) => one.undo !== undo);
  }
}

export const notices = new Notices();

/** Says that it is undone. */
export const undone = () => notices.show(t('saved-undone'));
