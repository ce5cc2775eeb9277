/// The answer in sentences; each number leads to the chart and table behind it.

import {el} from '../base/dom.js';
import {currentLanguage, said, t} from '../base/text.js';

/// A number that is no year and no part of a name ("EN 50600", "N+1"), with its sign and unit.
const numberPattern = /(?<![\p{L}\p{N}_.,+-]|\bEN )[+\-−]?\d[\d.,]*(?:\s?%)?(?![\p{L}\p{N}_-])/gu;
const isYear = (text) => /^(19|20)\d\d[.,]?$/.test(text);

const sectionOfTopic = {refusals: 'plan', shortage: 'limits', build: 'plan', rules: 'rules', operators: 'cost', hosts: 'limits', drills: 'drills', availability: 'availability', sites: 'sites', comparison: 'course'};

/// The words of comparisons that say what the next number is about.
const words = {
  de: [['Strom', 'chain'], ['Kosten', 'cost'], ['CO2', 'efficiency'], ['Latenz', 'latency']],
  en: [['electricity', 'chain'], ['cost', 'cost'], ['CO2', 'efficiency'], ['latency', 'latency']],
};

function sectionOf(text, position, topic, present) {
  let found = sectionOfTopic[topic];
  if (topic === 'comparison') {
    let latest = -1;
    for (const [word, section] of words[currentLanguage()]) {
      const at = text.lastIndexOf(word, position);
      if (at > latest) [latest, found] = [at, section];
    }
  }
  return present(found) ? found : 'course';
}

/// The sentence with its numbers as links.
export function linked(text, topic, present) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(numberPattern)) {
    const number = match[0].replace(/[.,]$/, '');
    if (isYear(number)) continue;
    parts.push(text.slice(end, match.index), el('a', {href: `#${sectionOf(text, match.index, topic, present)}`}, number));
    end = match.index + number.length;
  }
  return [...parts, text.slice(end)];
}

const isCaution = (text) => /^(ACHTUNG|CAUTION)/.test(text);

function sentences(points, present) {
  return el('ul', {}, points.map((point) => el('li', {class: isCaution(said(point)) ? 'caution' : null, 'data-topic': point.topic},
                                              linked(said(point), point.topic ?? 'comparison', present))));
}

export const answer = {
  id: 'answer',
  needs: ['answers'],
  title: () => t('title.answer'),
  draw({data}) {
    const {comparison, variants} = data.sections.answers;
    const needed = {plan: 'plan', limits: 'centers', rules: 'rules', latency: 'latency', drills: 'events', availability: 'events', sites: 'sites'};
    const present = (section) => !(section in needed) || needed[section] in data.sections;
    return [
      comparison.map(({heading, points}) => el('div', {class: 'answer'}, el('h3', {}, said(heading)), sentences(points, present))),
      data.variants.map(({id, title}, i) => el('div', {class: 'answer', 'data-variant': i},
        el('h3', {class: 'clamp'}, id, title ? el('span', {class: 'name'}, ` – ${title}`) : null), sentences(variants[i], present))),
    ];
  },
};
