/// The sections in the order of the page.  A section is {id, needs: [paths in the data], shows?(data), title(), draw(context)
/// -> nodes} and appears when all that it needs is in the data, unless `shows` says that there is nothing to show.  To add
/// one: its module here, and in results/report/page/section.hpp the function that makes its data.

import {against} from './against.js';
import {answer} from './answer.js';
import {assumptions} from './assumptions.js';
import {availability} from './availability.js';
import {chain} from './chain.js';
import {checks} from './checks.js';
import {cost} from './cost.js';
import {course} from './course.js';
import {bands} from './draws/bands.js';
import {chances} from './draws/chances.js';
import {drawn, failures} from './draws/drawn.js';
import {pairs} from './draws/pairs.js';
import {shares} from './draws/shares.js';
import {summary} from './draws/summary.js';
import {tornado} from './draws/tornado.js';
import {drills} from './drills.js';
import {efficiency} from './efficiency.js';
import {latency} from './latency.js';
import {limits} from './limits.js';
import {load} from './load.js';
import {map} from './map.js';
import {moves} from './moves.js';
import {nights} from './nights.js';
import {plan} from './plan.js';
import {repeat} from './repeat.js';
import {response} from './response.js';
import {routes} from './routes.js';
import {rules} from './rules.js';
import {sites} from './sites.js';
import {study} from './study.js';

export const sections = [
  answer, summary, bands, pairs, chances, shares, tornado, drawn, failures, against, course, map, limits, plan, chain, load, efficiency, latency, response, nights, moves, drills,
  availability, routes, sites, cost, rules, checks, assumptions, study, repeat,
];
