// The round under way, as the host last told it. The clock of it runs in Rust.

import { asApiError, host, type ApiError, type LineId, type RoundId, type SessionEvent, type SessionView } from '../host';
import { router } from '../router.svelte';
import { asking, askedOf } from './asking.svelte';
import { attempt, offerUndo } from './recording.svelte';
import { lookAgain } from './data.svelte';

class SessionState {
  view = $state.raw<SessionView | null>(null);
  trouble = $state.raw<ApiError | null>(null);
  /** Whether an exercise of this round was left because it hurt. */
  hurt = $state(false);
  /** Whether the host has been asked yet. */
  asked = $state(false);

  /** Asks how it stands. */
  load = async (): Promise<void> => {
    try {
      this.view = await host().session_view();
      this.trouble = null;
    } catch (thrown) {
      this.trouble = asApiError(thrown);
    }
    this.asked = true;
  };

  /** Begins a round, or one exercise that is done at any time, and goes there. */
  start(round: RoundId | null, line: LineId | null = null, occurrence: number | null = null): Promise<boolean> {
    return attempt(async () => {
      if (!(await asking.before(askedOf(round, line)))) return;
      this.view = await host().session_start(round, line, occurrence);
      this.hurt = false;
      this.trouble = null;
      if (this.view) router.go({ at: 'session' });
    });
  }

  /** Does what the person asked for. */
  send = async (event: SessionEvent): Promise<void> => {
    if (event.event === 'leave-exercise' && event.reason === 'pain') this.hurt = true;
    const before = this.view;
    try {
      this.view = await host().session_event(event);
      this.trouble = null;
      const closed = this.view.items.find(({ result }, at) => result !== 'open' && before?.items[at]?.result === 'open');
      if (closed) void offerUndo(closed);
    } catch (thrown) {
      this.trouble = asApiError(thrown);
    }
  };

  /** What the host tells by itself. */
  hear(view: SessionView): void {
    const ended = view.finished && !this.view?.finished;
    this.view = view;
    if (ended) lookAgain();
  }

  /** Whether a round was begun and is not over. */
  get isOpen(): boolean {
    return this.view !== null && !this.view.finished;
  }
}

export const session = new SessionState();
