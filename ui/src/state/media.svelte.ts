// A condition of the screen or of the system, such as its width, as it is now.

export function media(condition: string): { readonly current: boolean } {
  const found = matchMedia(condition);
  let holds = $state(found.matches);
  found.addEventListener('change', () => (holds = found.matches));
  return {
    get current() {
      return holds;
    },
  };
}
