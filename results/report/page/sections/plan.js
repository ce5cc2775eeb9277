/// What runs out, what has to be built, and what finds no place.

import {look} from '../base/colours.js';
import {variantControl} from '../base/controls.js';
import {el} from '../base/dom.js';
import {figure} from '../base/figure.js';
import {Rows} from '../base/rows.js';
import {num, t} from '../base/text.js';
import {legendOf, lines} from '../charts/lines.js';

/// How many places ran out of something, counted up over the years.
function countsByYear(rows, data, variant) {
  const byResource = new Map();
  for (const row of rows.numbers()) {
    if (rows.raw('variant', row) !== variant) continue;
    const resource = rows.value('resource', row);
    const list = byResource.get(resource) ?? data.years.map(() => 0);
    data.years.forEach((year, i) => { if (year >= rows.raw('year', row)) list[i] += 1; });
    byResource.set(resource, list);
  }
  return [...byResource].sort().map(([resource, values], i) => ({key: resource, label: resource, look: look(i), values}));
}

function bottlenecks(context, columns) {
  const {data, state} = context;
  const rows = new Rows(columns, data);
  const ofVariant = (row) => rows.raw('variant', row) === state.get('variant');
  const series = () => countsByYear(rows, data, state.get('variant'));
  return figure(context, {
    id: 'bottlenecks', title: () => t('plan.bottlenecks'), uses: ['variant'], controls: [variantControl(context)],
    sentence: () => {
      const found = rows.numbers().filter(ofVariant);
      const first = Math.min(...found.map((row) => rows.raw('year', row)));
      return found.length === 0 ? t('plan.no-bottleneck') : t('plan.bottleneck-sentence', {count: num(found.length), year: first});
    },
    legend: () => legendOf(series()),
    chart: (width, hidden) => (series().length ? lines({series: series(), x: data.years, unit: '', hidden, step: true}) : null),
    note: () => t('plan.bottleneck-note'),
    table: () => rows.table([['year'], ['site', t('word.place')], ['resource'], ['need'], ['limit'], ['unit', t('word.unit')]], ofVariant),
  });
}

function list(context, columns, id, title, sentence, names, kind) {
  const {data, state} = context;
  const rows = new Rows(columns, data);
  const ofVariant = (row) => rows.raw('variant', row) === state.get('variant');
  return figure(context, {
    id, title: () => title, uses: ['variant'], controls: [variantControl(context)],
    sentence: () => {
      const found = rows.numbers().filter(ofVariant);
      return found.length === 0 ? t(`plan.no-${kind}`) : sentence(rows, found);
    },
    table: () => rows.table(names(), ofVariant),
  });
}

export const plan = {
  id: 'plan',
  needs: ['plan'],
  title: () => t('title.plan'),
  draw(context) {
    const {steps, bottlenecks: short, refusals} = context.data.sections.plan;
    const places = (rows, found) => new Set(found.map((row) => rows.raw('site', row))).size;
    return [
      short ? bottlenecks(context, short) : el('p', {}, t('plan.no-bottleneck')),
      steps ? list(context, steps, 'build-steps', t('plan.steps'),
                   (rows, found) => t('plan.steps-sentence', {count: num(found.length), places: num(places(rows, found))}),
                   () => [['year'], ['site', t('word.place')], ['resource'], ['from'], ['to'], ['unit', t('word.unit')]], 'step') : null,
      refusals ? list(context, refusals, 'refusals', t('plan.refusals'),
                      (rows, found) => t('plan.refusals-sentence', {places: num(places(rows, found))}),
                      () => [['site', t('word.place')], ['binding', t('plan.lacking')], ['year', t('plan.worst-year')], ['servers']], 'refusal') : null,
    ];
  },
};
