/** The time. Tests set it; nothing else reads `Date.now()` for a rule. */
export const clock = {
  now: (): Date => new Date(),
};
