const MAX_TERMS = 100;
/** Below this √n·d the probability differs from 1 by less than 1e-12, and the series converges slowly. */
const CERTAIN = 0.2;

/**
 * P(D_n >= d) of the one-sample, two-sided Kolmogorov statistic, to O(1/n²):
 * Chan Li-Chien (1956) as given by Facchinetti (2009). For n >= 500 within a
 * thousandth of the exact value where that is above 1e-6, and within a twentieth far out in the tail.
 */
export function kolmogorovSurvival(n: number, d: number): number {
  const z = Math.sqrt(n) * d;
  if (z < CERTAIN) return 1;
  if (d >= 1) return 0;
  let sum = 0;
  for (let k = 1; k <= MAX_TERMS; k++) {
    const leading = Math.exp(-2 * k * k * z * z);
    if (leading === 0) break;
    sum += (k % 2 === 1 ? leading : -leading) * correction(n, z, k);
  }
  return Math.min(1, Math.max(0, 2 * sum));
}

function correction(n: number, z: number, k: number): number {
  const odd = k % 2;
  const k2 = k * k;
  const k2z2 = k2 * z * z;
  const f1 = k2 - odd;
  const f2 = 5 * k2 + 22 - 15 * odd;
  const root = Math.sqrt(n);
  const first = (2 * k2 * z) / (3 * root);
  const second = (f1 - 4 * (f1 + 3) * k2z2 + 8 * k2z2 * k2z2) / (18 * n);
  const third =
    ((k2 * z) / (27 * n * root)) * ((f2 * f2) / 5 - (4 * (f2 + 45) * k2z2) / 15 + 8 * k2z2 * k2z2);
  return 1 - first - second + third;
}

/**
 * P(D >= d) of the two-sample statistic for samples of `m` and `n` without ties, exactly;
 * `distance` is d·m·n, a whole number. Walks the lattice paths (Hodges 1958) as probabilities of having left the band:
 * sums of positive terms only, so small p-values keep their digits. O(m·n) time at most, O(n) memory.
 */
export function exactSmirnovSurvival(m: number, n: number, distance: number): number {
  const outside = new Float64Array(n + 1);
  for (let i = 0; i <= m; i++) {
    // Cells with |i·n − j·m| >= distance have left the band: probability 1.
    const first = Math.max(0, Math.floor((i * n - distance) / m) + 1);
    const last = Math.min(n, Math.ceil((i * n + distance) / m) - 1);
    if (first > last) return 1;
    if (first > 0) outside[first - 1] = 1;
    for (let j = first; j <= last; j++) {
      const above = i === 0 ? 1 : (outside[j] as number);
      const before = j === 0 ? 1 : (outside[j - 1] as number);
      outside[j] = i + j === 0 ? 0 : (i / (i + j)) * above + (j / (i + j)) * before;
    }
    for (let j = last + 1; j <= n && outside[j] !== 1; j++) outside[j] = 1;
  }
  return outside[n] as number;
}
