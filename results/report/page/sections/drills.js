/// Drills: what a failure on purpose did, step by step.

import {variantControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {num, t, withUnit} from '../base/text.js';
import {ranges} from '../charts/ranges.js';
import {chosen, rowsOf, rowsTable, tableFigure, valueControl, yearChoice} from './engine.js';

/// A time in the unit that people would use.
function span(inMinutes) {
  if (!Number.isFinite(inMinutes) || inMinutes < 120) return withUnit(inMinutes, 'min');
  const [length, unit] = inMinutes < 2880 ? [60, 'h'] : [1440, t('drills.days')];
  return withUnit(Number((inMinutes / length).toPrecision(3)), unit);
}
const ticks = () => [0, 1, 5, 15, 60, 240, 1440, 4 * 1440, 14 * 1440, 60 * 1440]
  .map((value) => ({value, text: value === 60 ? '1 h' : value === 1440 ? t('drills.day') : span(value)}));

const minutes = (seconds) => (Number.isFinite(seconds) ? Number((seconds / 60).toPrecision(3)) : seconds);

export const drills = {
  id: 'drills',
  needs: ['events.drills'],
  title: () => t('title.drills'),
  draw(context) {
    const summary = rowsOf(context, 'drills');
    const events = rowsOf(context, 'drill_events');
    const results = rowsOf(context, 'drill_results');
    const wanted = {year: 'drillYear', drill: 'drill'};
    const uses = ['drillYear', 'drill'];
    const controls = [valueControl(context, summary, 'drill', 'drill', t('drills.drill')), yearChoice(context, summary, 'drillYear')];
    const timeline = () => {
      const picked = () => chosen(context, events, wanted).sort((a, b) => events.raw('at_s', a) - events.raw('at_s', b));
      const text = (row) => events.value('text', row);
      const steps = () => picked().map((row) => {
        const at = minutes(events.raw('at_s', row));
        return {label: `${span(at)}: ${text(row)}`, from: at, to: at, strong: events.raw('critical_path', row) === 1,
                tip: {title: text(row), [t('drills.after')]: span(at), [t('drills.critical')]: events.value('critical_path', row)}};
      });
      return figure(context, {
        id: 'drill-timeline', title: () => t('drills.timeline', {drill: context.state.get('drill')}), uses: ['variant', ...uses], controls: [variantControl(context), ...controls],
        sentence: () => {
          const row = chosen(context, summary, wanted)[0];
          if (row === undefined) return t('drills.none');
          const rto = summary.raw('rto_max_s', row);
          const loss = (name) => { const value = summary.raw(name, row); return Number.isFinite(value) ? span(minutes(value)) : t('drills.everything'); };
          return t(Number.isFinite(rto) ? 'drills.sentence' : 'drills.never', {
            rto: span(minutes(rto)), rpo: loss('rpo_max_s'), rpoAll: loss('rpo_all_max_s'), lost: num(summary.raw('servers_never', row)),
            workplaces: num(summary.raw('workplaces_hit', row)), missed: num(summary.raw('targets_missed', row)),
          });
        },
        chart: (width) => ranges({rows: steps(), unit: '', width, xTitle: t('drills.after-log'), ticks: ticks()}), note: () => t('drills.note'),
        table: () => ({columns: [{title: t('drills.axis'), kind: 'number'}, {title: t('drills.step'), kind: 'text'}, {title: t('drills.critical'), kind: 'text'}],
                       rows: picked().map((row) => [minutes(events.raw('at_s', row)), text(row), events.value('critical_path', row)])}),
      });
    };
    return [
      tableFigure(context, summary, {id: 'drill-summary', title: t('drills.all'), sentence: (found) => t('drills.count', {count: num(found.length)})}),
      events ? timeline() : null,
      results ? tableFigure(context, results, {id: 'drill-results', title: t('drills.results'), wanted, controls, uses, sentence: (found) => t('drills.results-sentence', {count: num(found.length)})}) : null,
    ];
  },
};
