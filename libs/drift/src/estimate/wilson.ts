/** The lower end of Wilson's score interval (1927) for a share: `z` standard errors, one-sided. 0 of no trials. */
export function wilsonLowerBound(successes: number, trials: number, z: number): number {
  if (trials === 0 || successes === 0) return 0;
  const share = successes / trials;
  const squared = (z * z) / trials;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + squared / (4 * trials));
  return (share + squared / 2 - spread) / (1 + squared);
}
