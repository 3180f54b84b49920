// What studies should find, worked out here a second time from plain formulae.

export const sum = (list) => list.reduce((total, each) => total + each, 0);

const Z = 1.959963984540054;
const Z_998 = 3.090232306167813;

/** European standard population 2013, by five years from 0 to 90 and over (Eurostat 2013). */
export const STANDARD = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000];

/** Byar's limits of a count of 10 or more. */
const byar = (count) => [[count, -1], [count + 1, 1]].map(([about, sign]) =>
  about * (1 - 1 / (9 * about) + (sign * Z) / (3 * Math.sqrt(about))) ** 3);

/** Dobson's directly standardised rate per 100,000 with its limits, from parts of {deaths, people, weight}. */
export function standardised(parts) {
  const whole = sum(parts.map((part) => part.weight));
  const rate = sum(parts.map((part) => (part.weight * part.deaths) / part.people)) / whole;
  const variance = sum(parts.map((part) => part.deaths * (part.weight / part.people) ** 2)) / whole ** 2;
  const count = sum(parts.map((part) => part.deaths));
  const limits = byar(count).map((limit) => rate + Math.sqrt(variance / count) * (limit - count));
  return [rate, ...limits].map((each) => 100_000 * each);
}

/** Years of life ahead at birth: Chiang's abridged table, from bands of {from, deaths, people} without gaps. */
export function yearsAhead(bands) {
  let living = 1;
  let lived = 0;
  bands.forEach((band, place) => {
    const rate = band.deaths / band.people;
    const years = bands[place + 1]?.from - band.from;
    // Those who die in their first year live a tenth of it, others half of the band.
    const part = band.from === 0 ? 0.1 : 0.5;
    const dying = Number.isNaN(years) ? 1 : (years * rate) / (1 + years * (1 - part) * rate);
    lived += Number.isNaN(years) ? living / rate : living * years * (1 - dying + part * dying);
    living *= 1 - dying;
  });
  return lived;
}

/** Between which shares chance alone leaves so many people whose average is this: at 95 % and at 99.8 %. */
export const funnel = (average, people) => [Z, Z_998].map((z) => {
  const width = z * Math.sqrt((average * (1 - average)) / people);
  return [average - width, average + width];
});

/** Where a share lies among those limits, in the page's words. */
export function place(share, [[lower, upper], [lowest, highest]]) {
  if (share < lowest) return 'below the 99.8% limits';
  if (share > highest) return 'above the 99.8% limits';
  if (share < lower) return 'below the 95% limits';
  return share > upper ? 'above the 95% limits' : 'within the limits';
}

/** The share of the differences between groups of one size that a straight line accounts for. */
export function explained(values) {
  const middle = (values.length - 1) / 2;
  const mean = sum(values) / values.length;
  const slope = sum(values.map((value, rank) => (rank - middle) * value)) / sum(values.map((_, rank) => (rank - middle) ** 2));
  const left = sum(values.map((value, rank) => (value - mean - slope * (rank - middle)) ** 2));
  return 1 - left / sum(values.map((value) => (value - mean) ** 2));
}
