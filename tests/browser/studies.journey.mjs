// Studies: what takes more than one figure to say. Every figure is worked out here as well.
import assert from 'node:assert/strict';
import { explained, funnel, place, standardised, STANDARD, sum, yearsAhead } from './expected.mjs';
import { AGES, deaths, monthly, MONTHS, trusts } from './files.mjs';
import { tabTo } from './keyboard.mjs';
import { open } from './page.mjs';
import { figure, numbersOf, pictures, same, study, table, unfold, withoutRule } from './studies.mjs';

const SEXES = ['Female', 'Male'];

/** Fewer colours than this on a chart, and nothing is drawn: text alone has more, for its soft edges. */
const COLOURS = 10;

async function results(started, text, name = 'counts.csv') {
  const page = await open(started);
  await page.ready();
  await page.drop({ name, text });
  await page.done();
  return page;
}

async function drawn(within) {
  const found = await pictures(within);
  assert.ok(found.length, 'no chart');
  for (const { many } of found) assert.ok(many > COLOURS, `a chart has only ${many} colours`);
}

/** Deaths and people of a fifth by the standard's bands and sex, each with its weight. */
function parts(rows, fifth) {
  return STANDARD.flatMap((weight, band) => SEXES.map((sex) => {
    const ages = band ? [AGES[band + 1]] : AGES.slice(0, 2);
    const own = rows.filter((row) => row.fifth === fifth && row.sex === sex && ages.includes(row.age));
    return { weight, deaths: sum(own.map((row) => row.deaths)), people: sum(own.map((row) => row.people)) };
  })).filter((part) => part.people > 0);
}

/** Deaths and people of a fifth by age, both sexes together. */
const lives = (rows, fifth) => AGES.map((age) => {
  const own = rows.filter((row) => row.fifth === fifth && row.age === age);
  return { from: parseInt(age, 10), deaths: sum(own.map((row) => row.deaths)), people: sum(own.map((row) => row.people)) };
});

const NAMES = ['1 – most deprived', '2', '3', '4', '5 – least deprived'];

export const journeys = [
  {
    name: 'deaths by fifth, age and sex: standardised rates and their weights',
    async run(started) {
      const { rows, text } = deaths();
      const page = await results(started, text);
      await withoutRule(page);
      const rates = await study(page, 'Rates if all groups had the same ages');
      const groups = await table(rates, 'Each group in figures');
      assert.deepEqual(Object.keys(groups.rows).sort(), [...NAMES].sort());
      NAMES.forEach((name, at) => same(groups.rows[name][0], standardised(parts(rows, at + 1))));
      const weights = await table(rates, 'Weights: European standard population 2013');
      assert.equal(Object.keys(weights.rows).length, 2 * STANDARD.length);
      for (const sex of SEXES) {
        const own = Object.entries(weights.rows).filter(([name]) => name.endsWith(`, ${sex}`));
        assert.deepEqual(own.map(([, [people]]) => Number(people.replace(',', ''))), STANDARD);
        // Each sex is brought to the whole standard, so that each is half of the weight.
        own.forEach(([, [, share]], band) => same(share, [STANDARD[band] / 2000]));
      }
      await drawn(rates);
      await page.close();
    },
  },
  {
    name: 'deaths by fifth and age: length of life',
    async run(started) {
      const { rows } = deaths();
      // Men and women are never put into one life table, so that the file does not tell them apart.
      const lines = [1, 2, 3, 4, 5].flatMap((fifth) => lives(rows, fifth).map(({ deaths: died, people }, at) =>
        [fifth, AGES[at], died, people].join()));
      const page = await results(started, `IMD quintile,Age band,Deaths,Population\n${lines.join('\n')}\n`);
      await withoutRule(page);
      const lengths = await study(page, 'Life expectancy');
      const years = NAMES.map((_, at) => yearsAhead(lives(rows, at + 1)));
      const shown = await table(lengths, 'Each group in figures');
      NAMES.forEach((name, at) => same(shown.rows[name][0], [years[at]]));
      same(await figure(lengths, 'Gap in life expectancy at birth'), [years[4] - years[0]]);
      await drawn(lengths);
      await page.close();
    },
  },
  {
    name: 'deaths from 15 to 64 alone: the standard is cut, and it is said',
    async run(started) {
      const { rows, text } = deaths(AGES.slice(4, 14));
      const page = await results(started, text);
      await withoutRule(page);
      const rates = await study(page, 'Rates if all groups had the same ages');
      const held = (100 * sum(STANDARD.slice(3, 13))) / sum(STANDARD);
      const said = await rates.evaluate((box) => box.innerText);
      assert.match(said, new RegExp(`cut to ages 15–64: these bands hold ${held.toFixed(1)}% of it`));
      const { rows: groups } = await table(rates, 'Each group in figures');
      NAMES.forEach((name, at) => same(groups[name][0], standardised(parts(rows, at + 1))));
      const { rows: weights } = await table(rates, 'Weights: European standard population 2013');
      assert.equal(Object.keys(weights).length, 20);
      await page.close();
    },
  },
  {
    name: 'deaths by month: the gap over time, narrower in people and wider as a ratio',
    async run(started) {
      const { rows, text } = monthly();
      const rate = (month, fifth) => {
        const row = rows.find((each) => each.month === month && each.fifth === fifth);
        return (100_000 * row.deaths) / row.people;
      };
      const gap = (month) => rate(month, 1) - rate(month, 5);
      const ratio = (month) => rate(month, 1) / rate(month, 5);
      const [first, last] = [MONTHS[0], MONTHS.at(-1)];
      assert.ok(gap(last) < gap(first) && ratio(last) > ratio(first), 'the file is not as it should be');

      const page = await results(started, text);
      await withoutRule(page);
      const over = await study(page, 'Gap over time');
      const sides = await table(over, 'Each period in figures');
      const gaps = await table(over, 'The most deprived fifth compared with');
      assert.deepEqual(Object.keys(sides.rows), MONTHS);
      for (const month of MONTHS) {
        sides.rows[month].forEach((side, at) => same(side, [rate(month, [1, 5][at])]));
        same(gaps.rows[month][0], [gap(month)]);
        same(gaps.rows[month][1], [ratio(month)]);
      }
      same(await figure(over, 'Change of the difference, first period to last'), [gap(last) - gap(first)]);
      same(await figure(over, 'Change of the ratio, first period to last'), [ratio(last) / ratio(first)]);
      await drawn(over);
      const warnings = await page.frame.$$eval('.em-warning', (list) => list.map((each) => each.innerText));
      const said = `From ${first} to ${last}, as far as these figures go, the absolute gap got smaller while the relative gap got larger`;
      assert.ok(warnings.some((each) => each.includes(said)), `no warning of both gaps: ${warnings}`);
      await page.close();
    },
  },
  {
    name: 'organisations are asked for by keyboard, and one stands outside the funnel',
    async run(started) {
      const { rows, text } = trusts();
      const page = await results(started, text);
      await withoutRule(page);
      await page.frame.focus('section[aria-labelledby="look-heading"] summary');
      await tabTo(page, 'By organisation (Provider)');
      await page.tab.keyboard.press(' ');
      const shown = await study(page, 'Organisations against the average');
      const names = [...new Set(rows.map((row) => row.trust))];
      const counts = names.map((name) => {
        const own = rows.filter((row) => row.trust === name);
        return { name, events: sum(own.map((row) => row.events)), people: sum(own.map((row) => row.people)) };
      });
      const average = sum(counts.map((each) => each.events)) / sum(counts.map((each) => each.people));
      const { rows: found } = await table(shown, 'Each organisation in figures');
      assert.equal(Object.keys(found).length, names.length);
      for (const { name, events, people } of counts) {
        const limits = funnel(average, people);
        const [size, value, ...cells] = found[name];
        same(size, [people]);
        same(value, [(100 * events) / people]);
        cells.slice(0, 4).forEach((cell, at) => same(cell, [100 * limits.flat()[at]]));
        assert.equal(cells[4], place(events / people, limits), name);
      }
      assert.equal(found['Trust A'][6], 'below the 99.8% limits');
      const outside = names.filter((name) => found[name][6] !== 'within the limits');
      assert.ok(outside.length <= 2, `outside: ${outside}`);
      same(await figure(shown, 'Organisations outside the 95% limits'), [outside.length]);
      await drawn(shown);
      await page.close();
    },
  },
  {
    name: 'every opened card has its formula set, the released numbers and a source',
    async run(started) {
      const page = await results(started, deaths().text);
      await unfold(page);
      const released = await page.frame.$$eval('.em-caption', (captions) => captions
        .filter((each) => each.innerText.startsWith('Each group in figures: how many'))
        .flatMap((each) => [...document.querySelector(`table[aria-labelledby="${each.id}"]`).tBodies[0].rows])
        .map((row) => [...row.cells].slice(1, 5).map((cell) => cell.innerText.trim()).join(' | ')));
      const cards = await page.frame.$$eval('[data-measure]', (list) => list.map((card) => {
        const heading = (words) => [...card.querySelectorAll('h4, h5, h6')].find((each) => each.innerText.trim() === words);
        const sources = heading('Sources')?.nextElementSibling;
        const numbers = card.querySelector('table');
        return {
          id: card.dataset.measure,
          formulae: [...card.querySelectorAll('math')].filter((each) => each.getBoundingClientRect().width > 0).length,
          sources: [...(sources?.children ?? [])].map((each) => each.innerText),
          rows: numbers && [...numbers.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
        };
      }));
      assert.ok(cards.length >= 7, `only ${cards.length} cards`);
      for (const { id, formulae, sources, rows } of cards) {
        assert.ok(formulae, `${id} has no formula`);
        assert.ok(sources.some((each) => /doi:\s*10\.\d{4,}\/\S+|\b(19|20)\d\d\b/.test(each)), `${id} has no source: ${sources}`);
        // A study's numbers stand in its own tables.
        for (const [name, ...cells] of rows ?? []) {
          const numbers = cells.slice(0, 4).join(' | ');
          assert.ok(released.includes(numbers), `${id}, ${name}: ${numbers} is not what was released`);
        }
      }
      assert.ok(cards.filter((card) => card.rows).length >= 5, 'cards without their numbers');
      await page.close();
    },
  },
  {
    name: 'a line that fits badly is warned of, with how badly',
    async run(started) {
      const values = [4000, 2500, 2200, 2600, 3700];
      const lines = values.map((events, at) => `${at + 1},${events},10000`);
      const page = await results(started, `IMD quintile,Vaccinated,Population\n${lines.join('\n')}\n`);
      const fit = 100 * explained(values);
      const warnings = await page.frame.$$eval('.em-warning', (list) => list.map((each) => each.innerText));
      const warning = warnings.find((each) => each.includes('A straight line accounts for'));
      assert.ok(warning, `no warning: ${warnings}`);
      assert.deepEqual(numbersOf(warning.split('%')[0]).map(Number), [Math.round(fit)]);
      await page.close();
    },
  },
];
