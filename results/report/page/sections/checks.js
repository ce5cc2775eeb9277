/// Tables of the engines that no other section draws, so that nothing in a results file stays unseen.

import {t, word} from '../base/text.js';
import {rowsOf, tableFigure} from './engine.js';

const drawnElsewhere = ['transactions', 'latency_days', 'latency_administrations', 'busy_links', 'backups', 'replication', 'waves', 'cutovers', 'drills',
  'drill_results', 'drill_events', 'availability', 'availability_administrations', 'availability_causes', 'route_pairs',
  'site_options', 'site_criteria', 'site_reach', 'sites_left_out', 'workload_limits',
  'operators'];

const otherTables = (data) => Object.keys(data.sections.events).filter((table) => !drawnElsewhere.includes(table));

export const checks = {
  id: 'checks',
  needs: ['events'],
  title: () => t('title.checks'),
  shows: (data) => otherTables(data).length > 0,
  draw: (context) => otherTables(context.data)
    .map((table) => tableFigure(context, rowsOf(context, table), {id: `table-${table}`, title: word('table', table)})),
};
