/// Tables of the engines that no other section draws, so that nothing in a results file stays unseen.

import {t, word} from '../base/text.js';
import {rowsOf, tableFigure} from './engine.js';

const drawnElsewhere = ['transactions', 'latency_days', 'latency_administrations', 'busy_links', 'backups', 'replication', 'waves', 'cutovers', 'drills',
  'drill_results', 'drill_events', 'availability', 'availability_administrations', 'availability_causes'];

export const checks = {
  id: 'checks',
  needs: ['events'],
  title: () => t('title.checks'),
  draw: (context) => Object.keys(context.data.sections.events).filter((table) => !drawnElsewhere.includes(table))
    .map((table) => tableFigure(context, rowsOf(context, table), {id: `table-${table}`, title: word('engine', table)})),
};
