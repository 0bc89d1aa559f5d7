// What the window says when it gets no sentences. They come from the program, and this is the one case in which
// nobody answers: so these few are fixed, and in English.

const WORDS = [
  'Backwise is not answering yet.',
  'If this stays, close the window and start Backwise again. Nothing that you saved is lost.',
  'If you have a warning sign now, such as new weakness in a leg, numbness between your legs, trouble with passing water, chest pain or trouble breathing, do not wait for this window: ring the emergency number.',
];

/** Shows it in `place`, which is still empty. */
export function sayThatNothingAnswers(place: HTMLElement): void {
  const words = WORDS.map((text, at) => {
    const part = document.createElement(at === 0 ? 'h1' : 'p');
    part.textContent = text;
    return part;
  });
  const said = document.createElement('div');
  said.className = 'stack';
  said.setAttribute('role', 'alert');
  said.append(...words);
  const main = document.createElement('main');
  main.className = 'nothing-answers';
  main.append(said);
  place.replaceChildren(main);
}
