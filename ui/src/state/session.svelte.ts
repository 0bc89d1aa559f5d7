// The round under way, as the host last told it. The clock of it runs in Rust.

import { asApiError, host, type AgendaItem, type ApiError, type BoutKey, type Day, type Hurt, type HurtAnswer, type HurtPlace, type LineId, type PainFollows, type RecordId, type RoundId, type SessionEvent, type SessionView } from '../host';
import { t } from '../i18n';
import { router } from '../router.svelte';
import { asking, askedOf, itemsOf } from './asking.svelte';
import { attempt, offerUndo, placeOf } from './recording.svelte';
import { lookAgain, today } from './data.svelte';
import { notices } from './notice.svelte';
import { takeBackFact, undo } from './planFacts.svelte';
import { signs } from './signs.svelte';
import { endsAll, type SaidHurt } from '../words/pain';

/** What lies over the round: nothing; that it hurts; why an exercise is left; the end of it. */
export type Panel = 'stage' | 'hurts' | 'leave' | 'end';

/** What was said on the panel that it hurts: what the plan says to it, where it is, and what stands of each place. */
export type Hurting = { follows: PainFollows | null; where: HurtPlace; stands: SaidHurt[] };

class SessionState {
  view = $state.raw<SessionView | null>(null);
  trouble = $state.raw<ApiError | null>(null);
  /** Whether an exercise of this round was said to hurt. */
  hurt = $state(false);
  /** Whether one was left for that. */
  stopped = $state(false);
  /** The lines of this round of which it was said that they hurt. */
  told = $state.raw<LineId[]>([]);
  /** The plan's stops of the exercise in hand: each stands until that exercise is left, or what was told is taken back. */
  stops = $state.raw<HurtAnswer[]>([]);
  /** Pain that ended the whole round, with what was said of it; it stands until it is taken back. */
  endings = $state.raw<HurtAnswer[]>([]);
  /** What lies over the round now. Whoever leaves while it hurts finds that as it was. */
  panel = $state<Panel>('stage');
  /** What was said there since it was opened. */
  hurting = $state<Hurting>({ follows: null, where: 'not-said', stands: [] });
  /** The round as it stood when that was opened. */
  #opened: SessionView | null = null;
  /** What stands of each exercise that was said, after the round, to have hurt; under '' that one did which was not named yet. */
  saidAfter = $state<Record<LineId, SaidHurt[]>>({});
  #marking = Promise.resolve(true);
  /** Numbers for the back and the leg that were chosen after the round and are not saved yet. */
  numbers = $state<{ back: number | null; leg: number | null }>({ back: null, leg: null });
  /** What was to be begun, where nothing of it is open; it stands until the person leaves the screen that says so. */
  none = $state.raw<AgendaItem[] | null>(null);
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

  /** A reminder asks for its round. One that is under way is not broken off for it; what stands still or waits for a tap is, with what was done of it kept. */
  open = async (round: RoundId): Promise<void> => {
    // What was left open may be over by now.
    await this.load();
    const { view } = this;
    if (this.isOpen && ((!view!.paused && (view!.seconds ?? view!.goes_on_in) !== null) || placeOf(view!.items[0]!) === round)) router.lead({ at: 'session' });
    else await this.start(round);
  };

  /** Begins a round, or one exercise that is done at any time, and goes there. */
  start(round: RoundId | null, line: LineId | null = null, occurrence: number | null = null): Promise<boolean> {
    return attempt(async () => {
      // A reminder may have opened the window before the day was read, and what must be asked is asked all the same.
      const day = today.value ?? (await host().today());
      // One that is begun anew because it is needed was asked about, whatever else of it goes on.
      const asked = askedOf(round, line, day).filter(({ bout: { place } }) => !('any-time' in place) || place['any-time'] === occurrence);
      if ((await asking.before(asked)) !== 'no') return;
      await this.#keepWhatHurts();
      this.view = await host().session_start(round, line, occurrence);
      this.hurt = this.stopped = false;
      this.endings = [];
      this.told = [];
      this.stops = [];
      this.show('stage');
      this.saidAfter = {};
      this.numbers = { back: null, leg: null };
      this.trouble = null;
      this.none = null;
      if (!this.view) {
        // Something else answered for it meanwhile, or its time is over: the day as it is now says which.
        lookAgain();
        this.none = itemsOf(round, line, await host().today());
      }
      router.lead({ at: 'session' });
    });
  }

  /** "It hurts" that was pressed, and left open without a word, says that it hurt. */
  async #keepWhatHurts(): Promise<void> {
    const hurts = this.panel === 'hurts' && this.hurting.stands.length + this.endings.length === 0 ? this.held : null;
    if (hurts) await this.markHurt(hurts.items[hurts.in_hand]!.bout, () => undefined);
  }

  /** Does what the person asked for, of what was on at `turn`: where it is another exercise by now, that one is not left for it. */
  send = async (event: SessionEvent, turn = this.view?.turn ?? 0): Promise<void> => {
    const leftForPain = event.event === 'stop-earlier' || (event.event === 'leave-exercise' && event.reason === 'pain');
    if (leftForPain) {
      this.hurt = this.stopped = true;
      signs.hurtAnew();
    }
    if (event.event === 'leave-exercise' || event.event === 'end') this.stops = [];
    const before = this.view;
    try {
      this.view = await host().session_event(turn, event);
      this.trouble = null;
      // A second exercise may have been stopped with it, which stops all.
      if (leftForPain) lookAgain();
      const item = this.view.items.findIndex(({ result }, at) => result !== 'open' && before?.items[at]?.result === 'open');
      const closed = this.view.items[item];
      // Without the offer it can still be taken back on Today. What was counted on a word goes with the word. What is offered after
      // it, as the way back from a yes, stands over it.
      if (closed) await offerUndo(closed, () => this.send({ event: 'take-done-back', item })).catch(() => undefined);
    } catch (thrown) {
      this.trouble = asApiError(thrown);
    }
  };

  /** Ends the round that is open, if one is: what was done of it stays, and the next asks for what the day asks by then. */
  close = async (): Promise<void> => {
    if (!this.isOpen) return;
    await attempt(() => this.#keepWhatHurts());
    await this.send({ event: 'end' });
  };

  /** Says that it hurt, in the place of what was said before, if it is named. */
  tellHurt = async (hurt: Hurt, day: Day | null, instead: RecordId | null = null): Promise<HurtAnswer> => {
    const isInHand = hurt.when === 'during' && hurt.line === this.view?.items[this.view.in_hand]?.bout.line;
    const answer = await this.#follow(() => host().record_hurt(hurt, day, instead), hurt.spreading && 'spreading', isInHand);
    if (instead) this.takenBack(instead);
    // Also whoever goes on is asked afterwards whether there was a warning sign.
    if (hurt.when === 'during') {
      this.hurt = true;
      if (hurt.line !== null) this.told = [...this.told, hurt.line];
    }
    return answer;
  };

  /**
   * Says of a bout no more than that it hurt, or of no line of its day, where that is '': whoever leaves it at that has said it.
   * It can be taken back at once, and `none`, in whose place it stands, is said again then.
   */
  markHurt = async ({ line, place: bout, day }: BoutKey, undone: () => void, none?: RecordId): Promise<SaidHurt[]> => {
    const say = async (line: LineId | null, instead?: RecordId): Promise<SaidHurt[]> => [
      { place: 'not-said', score: null, answer: await this.tellHurt({ line, bout: line === null ? null : bout, place: 'not-said', score: null, when: 'after', spreading: false, usual: null }, day, instead) },
    ];
    const stands = await say(line || null, none);
    const { record } = stands[0]!.answer;
    const goBack = () => (none ? undo(async () => void (this.saidAfter[''] = await say(null, record))) : takeBackFact(record));
    notices.show(t('saved-rated'), () => void goBack().then((isBack) => isBack && undone()));
    return stands;
  };

  /**
   * The same after the round, once of each exercise: the second of two quick presses finds what the first one said. That it hurt is
   * kept of no exercise at first, and the one that is named then takes its place.
   */
  mark = (bout: BoutKey, undone: () => void): Promise<boolean> => {
    const { line } = bout;
    return (this.#marking = this.#marking.then(() =>
      attempt(async () => {
        const undoMark = () => {
          delete this.saidAfter[line];
          undone();
        };
        this.saidAfter[line] ??= await this.markHurt(bout, undoMark, this.saidAfter['']?.[0]?.answer.record);
        if (line) delete this.saidAfter[''];
      }),
    ));
  };

  /** Whether it was said after the round that it hurt. */
  get hurtAfter(): boolean {
    return Object.keys(this.saidAfter).length > 0;
  }

  /** Says that something is newly numb or weak, or that the person feels faint. */
  stopAll = (why: 'numb' | 'faint', line: LineId | null): Promise<HurtAnswer> => this.#follow(() => host().stop_all(why, line), why);

  /** Where all exercises end for what was said, the round is over. What ends them whatever a plan says, `why`, is shown even if it cannot be kept. */
  async #follow(say: () => Promise<HurtAnswer>, why: 'numb' | 'faint' | 'spreading' | false, isInHand = true): Promise<HurtAnswer> {
    signs.hurtAnew();
    const answer = await say().catch((thrown: unknown): HurtAnswer => {
      if (!why) throw thrown;
      this.keepAgain = async () => {
        const now = await this.#follow(say, why);
        this.endings = this.endings.filter((one) => one.record || one === now);
      };
      return { record: '', follows: { outcome: `stop-session-${why}`, as_written: null, ring: null }, stands_beside: false };
    });
    if (isInHand && answer.follows.outcome === 'stop-exercise' && this.isOpen) this.stops = [...this.stops, answer];
    if (endsAll(answer.follows)) {
      this.endings = [...this.endings, answer];
      this.hurt = true;
      await this.load();
    }
    return answer;
  }

  /** Tries once more to keep what ended all: until it is kept, its record has no name. */
  keepAgain = async (): Promise<void> => undefined;

  /** What was told was taken back. */
  takenBack(record: RecordId): void {
    this.stops = this.stops.filter((stop) => stop.record !== record);
    this.endings = this.endings.filter((ending) => ending.record !== record);
    const stands = this.hurting.stands.filter(({ answer }) => answer.record !== record);
    Object.assign(this.hurting, { stands, follows: (stands.at(-1)?.answer ?? this.stop)?.follows ?? null });
  }

  /** What was told stands no more, or as `now` has it, by what was pressed beside the round: nothing of it is left on the panel, and a stop of the exercise in hand stands there. */
  toldElsewhere(record: RecordId, line: LineId | null = null, now?: HurtAnswer): void {
    this.takenBack(record);
    if (now?.follows.outcome === 'stop-exercise' && this.isOpen && line === this.view?.items[this.view.in_hand]?.bout.line) this.stops = [...this.stops, now];
    this.hurting = { follows: this.stop?.follows ?? null, where: 'not-said', stands: [] };
    this.saidAfter = {};
  }

  /** Opens a panel, or takes it away. What is said on it begins anew. */
  show(panel: Panel): void {
    if (panel === this.panel) return;
    this.hurting = { follows: this.stop?.follows ?? null, where: 'not-said', stands: [] };
    this.#opened = this.view;
    this.panel = panel;
  }

  /** The round that a panel is about: as it stood when that was opened, or as it stands with the same exercise in hand, whose "Done" may have been taken back since. */
  get held(): SessionView | null {
    return this.view?.in_hand === this.#opened?.in_hand ? this.view : this.#opened;
  }

  /** The exercise that hurts is left for that, also where it is done, since an end alone would record nothing of it; and never one that came up since. */
  leaveWhatHurts = async (): Promise<void> => {
    const view = this.held;
    if (!view) return;
    const { bout, result } = view.items[view.in_hand]!;
    const isEarlier = view.in_hand !== view.item && result !== 'open';
    this.stops = [];
    await this.send(isEarlier ? { event: 'stop-earlier' } : { event: 'leave-exercise', reason: 'pain' }, view.turn);
    this.told = [...this.told, bout.line];
  };

  /** What the host tells by itself; null where nothing is under way any more. */
  hear(view: SessionView | null): void {
    const was = this.isOpen;
    this.view = view;
    if (was && !this.isOpen) lookAgain();
  }

  get stop(): HurtAnswer | null {
    return this.stops.at(-1) ?? null;
  }

  /** Whether a round was begun and is not over. */
  get isOpen(): boolean {
    return this.view !== null && !this.view.finished;
  }
}

export const session = new SessionState();
