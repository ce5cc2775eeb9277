/// The answer of the draws in sentences.

import {el} from '../../base/dom.js';
import {said, t} from '../../base/text.js';
import {leftOut, sweepOf} from './draws.js';

const isCaution = (text) => /^(ACHTUNG|CAUTION)/.test(text);

export const summary = {
  id: 'draws',
  needs: ['sweep'],
  title: () => t('title.draws'),
  draw: (context) => [
    el('div', {class: 'answer'}, el('ul', {}, sweepOf(context).answers.map(said).map((text) => el('li', {class: isCaution(text) ? 'caution' : null}, text)))),
    leftOut(context) ? el('p', {class: 'note'}, leftOut(context)) : null,
  ],
};
