/// The report page: reads the data that verbund put into the page and draws its sections.

import {el} from './base/dom.js';
import {drawAll, forgetFigures, redrawAll} from './base/figure.js';
import {State} from './base/state.js';
import {currentLanguage, setLanguage, t} from './base/text.js';
import {sections} from './sections/index.js';

const read = (id) => JSON.parse(document.getElementById(id).textContent);

const data = read('verbund-data');
const context = {
  data,
  map: read('verbund-map'),
  licences: read('verbund-licences'),
  state: new State({variant: data.base, year: Math.max(0, data.years.indexOf(data.milestones.at(-1)))}),
};

/// Sections whose data are all there and that have something to show.
const has = (path) => path.split('.').reduce((inside, key) => inside?.[key], data.sections) !== undefined;
const present = () => sections.filter(({needs, shows}) => needs.every(has) && (shows?.(data) ?? true));

function languageSwitch() {
  return el('span', {class: 'languages', role: 'group', 'aria-label': 'Sprache / Language'},
            [['de', 'Deutsch'], ['en', 'English']].map(([name, text]) => el('button', {
              type: 'button', lang: name, 'aria-pressed': String(currentLanguage() === name),
              onclick: () => { setLanguage(name); render(); document.querySelector(`.languages [lang="${name}"]`).focus(); },
            }, text)));
}

function contents(shown) {
  return el('nav', {class: 'contents', 'aria-label': t('contents')},
            el('ol', {}, shown.map(({id, title}) => el('li', {}, el('a', {href: `#${id}`}, title())))));
}

function render() {
  const scroll = window.scrollY;
  context.state.forget();
  forgetFigures();
  const shown = present();
  document.title = data.title || 'verbund';
  document.getElementById('page').replaceChildren(
    el('a', {class: 'skip', href: `#${shown[0]?.id ?? ''}`}, t('skip')),
    el('div', {class: 'wrap'},
       el('header', {},
          el('div', {class: 'masthead'}, el('span', {}, el('span', {class: 'brand'}, 'verbund'), ` · ${t(data.kind === 'sweep' ? 'masthead-sweep' : 'masthead')}`),
             languageSwitch()),
          el('h1', {}, data.title), data.question ? el('p', {class: 'question'}, data.question) : null),
       el('div', {class: 'layout'}, contents(shown),
          el('main', {}, shown.map((section) => el('section', {id: section.id, 'aria-labelledby': `${section.id}-title`},
            el('h2', {id: `${section.id}-title`}, section.title()), section.draw(context))))),
       el('footer', {class: 'small'}, t('footer'))));
  window.scrollTo(0, scroll);
}

let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth !== width) {
    width = window.innerWidth;
    redrawAll();
  }
});
window.addEventListener('beforeprint', () => drawAll());

setLanguage(data.language);
render();
