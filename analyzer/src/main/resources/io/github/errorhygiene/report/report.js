'use strict';
// Adds search, filters and keys to a page that is complete without them.
(() => {
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const fields = ['text', 'severity', 'rule', 'verdict'].map((name) => document.getElementById('filter-' + name));
  const [text, severity, rule, verdict] = fields;
  const findings = find('.finding');
  const endpoints = find('.endpoint');
  const overview = new Map(find('tr[data-for]').map((row) => [row.dataset.for, row]));
  const rows = find('.failures tr[data-verdict]');
  const words = new WeakMap();

  function contains(element, terms) {
    if (!words.has(element)) {
      words.set(element, element.textContent.toLowerCase());
    }
    return terms.every((term) => words.get(element).includes(term));
  }

  function fits(select, value) {
    return !select.value || value.split(' ').includes(select.value);
  }

  function keep(elements, wanted) {
    elements.forEach((element) => { element.hidden = !wanted(element); });
    return elements.filter((element) => !element.hidden).length;
  }

  function count(kept, all, noun) {
    return (kept === all ? 'all ' + all : kept + ' of ' + all) + ' ' + noun;
  }

  function filter() {
    const terms = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const keptFindings = keep(findings, (finding) =>
      fits(severity, finding.dataset.severity) && fits(rule, finding.dataset.rule) && contains(finding, terms));
    const keptEndpoints = keep(endpoints, (endpoint) =>
      fits(verdict, endpoint.dataset.verdict) && contains(endpoint, terms));
    keep(rows, (row) => fits(verdict, row.dataset.verdict));
    keep(find('.failures tbody'), (body) => find('tr[data-verdict]:not([hidden])', body).length > 0);
    keep(find('.rule-group'), (group) => find('.finding:not([hidden])', group).length > 0);
    endpoints.filter((endpoint) => overview.has(endpoint.id)).forEach((endpoint) => {
      overview.get(endpoint.id).hidden = endpoint.hidden;
    });
    document.getElementById('filter-count').textContent = fields.some((field) => field.value)
      ? 'Showing ' + count(keptFindings, findings.length, 'findings') + ' and '
        + count(keptEndpoints, endpoints.length, 'endpoints') + '.'
      : '';
  }

  // A link into something folded away or filtered out unfolds and shows it.
  function reveal() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) {
      return;
    }
    if (target.closest('[hidden]')) {
      fields.forEach((field) => { field.value = ''; });
      filter();
    }
    find(':scope > details', target).forEach((details) => { details.open = true; });
    target.scrollIntoView();
  }

  // Arrow keys and two buttons walk along the steps of a trace.
  function walk(trace) {
    const steps = find('li', trace);
    let at = -1;
    const go = (to) => {
      at = Math.max(0, Math.min(steps.length - 1, to));
      steps.forEach((step, i) => { step.tabIndex = i === at ? 0 : -1; });
      steps[at].focus();
    };
    const button = (label, change) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = label;
      made.addEventListener('click', () => go(at + change));
      return made;
    };
    const bar = document.createElement('div');
    bar.className = 'stepper';
    bar.append(button('← Previous', -1), button('Next →', 1));
    trace.insertBefore(bar, trace.querySelector('ol'));
    steps.forEach((step, i) => { step.tabIndex = i === 0 ? 0 : -1; });
    trace.addEventListener('focusin', (event) => {
      const step = steps.indexOf(event.target.closest('li'));
      at = step < 0 ? at : step;
    });
    trace.addEventListener('keydown', (event) => {
      const change = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (change && event.target.closest('li, .stepper')) {
        event.preventDefault();
        go(at + change);
      }
    });
  }

  const openAll = document.getElementById('open-all');
  openAll.addEventListener('click', () => {
    const open = openAll.getAttribute('aria-pressed') !== 'true';
    openAll.setAttribute('aria-pressed', String(open));
    find('.finding > details, .endpoint > details, .rule > details').forEach((details) => { details.open = open; });
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      text.focus();
    }
  });
  fields.forEach((field) => field.addEventListener('input', filter));
  find('.trace').filter((trace) => find('li', trace).length > 1).forEach(walk);
  window.addEventListener('hashchange', reveal);
  window.addEventListener('beforeprint', () => find('details').forEach((details) => { details.open = true; }));
  document.getElementById('filters').hidden = findings.length + endpoints.length === 0;
  filter();
  reveal();
})();
