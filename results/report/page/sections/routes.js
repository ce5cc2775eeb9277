/// Whether people and copies have two routes, and what prevents them.

import {look} from '../base/colours.js';
import {variantControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {num, t, word} from '../base/text.js';
import {stack, stackLegend} from '../charts/stack.js';
import {chosen, rowsOf} from './engine.js';

const kinds = ['apart', 'one_access', 'sharing'];
const ends = ['served', 'backed_up', 'replicated'];
const columns = ['from', 'to', 'role', 'kind', 'first_ms', 'second_ms', 'first_km', 'second_km'];

function countFigure(context) {
  const {data} = context;
  const {variants} = data.sections.routes;
  const parts = () => kinds.map((key, i) => ({key, label: t(`routes.${key}`), short: t(`routes.${key}`), colour: look(i).colour}));
  const shown = variants.map((counts, i) => ({id: data.variants[i].id, counts})).filter(({counts}) => counts.served.all > 0);
  return figure(context, {
    id: 'routes-count', title: () => t('routes.title'),
    sentence: () => {
      if (shown.length === 0) return t('alt.none');
      const share = ({counts}) => counts.served.apart / counts.served.all;
      const [worst] = [...shown].sort((a, b) => share(a) - share(b));
      return t('routes.sentence', {variant: worst.id, apart: num(worst.counts.served.apart), all: num(worst.counts.served.all)});
    },
    legend: () => stackLegend(parts()),
    chart: (width, hidden) => (shown.length === 0 ? null
      : stack({bars: shown.map(({id, counts}) => ({label: id, parts: counts.served})), parts: parts(), unit: t('routes.unit'), hidden, width})),
    note: () => [t('routes.note'), data.sections.routes.synthetic ? t('routes.synthetic') : ''].join(' ').trim(),
    table: () => ({
      columns: [{title: t('word.variant'), kind: 'head'}, {title: t('routes.who'), kind: 'text'}, ...['all', ...kinds].map((key) => ({title: t(`routes.${key}`), kind: 'number'}))],
      rows: variants.flatMap((counts, i) => ends.filter((end) => counts[end].all > 0)
        .map((end) => [data.variants[i].id, t(`routes.${end}`), ...['all', ...kinds].map((key) => counts[end][key])])),
    }),
  });
}

function pairFigure(context) {
  const {state, data} = context;
  const rows = rowsOf(context, 'route_pairs');
  const picked = () => chosen(context, rows);
  const shared = (row) => rows.value('text', row);
  const words = {role: (code) => word('role', code), kind: (code) => word('pair', code)};
  const cell = (name, row) => (words[name] ? words[name](rows.value(name, row)) : rows.value(name, row));
  return figure(context, {
    id: 'routes-pairs', title: () => t('routes.pairs'), uses: ['variant'], controls: [variantControl(context)],
    sentence: () => {
      const count = picked().length;
      if (count === 0) return t('engine.no-rows');
      const left = data.sections.routes.variants[state.get('variant')].rows - count;
      return left > 0 ? t('routes.pairs-some', {count: num(count), left: num(left)}) : t('routes.pairs-all', {count: num(count)});
    },
    note: () => t('routes.pairs-note'),
    table: () => ({
      columns: [...columns.map((name, i) => ({...rows.column(name), ...(i === 0 ? {kind: 'head'} : {})})), {title: t('sites.shared'), kind: 'text'}],
      rows: picked().map((row) => [...columns.map((name) => cell(name, row)), shared(row) || '–']),
    }),
  });
}

export const routes = {
  id: 'routes',
  needs: ['routes', 'events.route_pairs'],
  title: () => t('title.routes'),
  draw: (context) => [countFigure(context), pairFigure(context)],
};
