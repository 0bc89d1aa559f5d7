// What is said in passing: aloud through the live region, and on screen with a way back.

/** How long the way back is offered; correcting stays possible for ever on the item's page. */
export const UNDO_SECONDS = 10;

/** So long it fades, and can still be pressed: a finger on its way to it meets nothing that lies beneath. */
export const FADING_SECONDS = 1;

class Notices {
  /** Read aloud by screen readers. */
  spoken = $state('');
  /** Shown at the foot of the screen. */
  shown = $state.raw<{ text: string; undo: (() => void) | null; failed: boolean } | null>(null);
  /** It is about to go. */
  fading = $state(false);
  #last = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says `text` aloud only. */
  announce(text: string): void {
    // The same words twice are read once; an invisible difference makes them new.
    this.#last = text === this.#last ? `${text}\u00a0` : text;
    this.spoken = this.#last;
  }

  /** Shows and says `text`, with a way back if there is one. */
  show(text: string, undo: (() => void) | null = null): void {
    this.shown = { text, undo, failed: false };
    this.announce(text);
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
    if (!yes && !this.shown?.failed) this.#timer = setTimeout(() => this.#fade(), UNDO_SECONDS * 1000);
  }

  #fade(): void {
    this.fading = true;
    this.#timer = setTimeout(() => this.hide(), FADING_SECONDS * 1000);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.shown = null;
  }
}

export const notices = new Notices();
