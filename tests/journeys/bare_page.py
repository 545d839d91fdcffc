"""What a page would lose without its styles or its scripts: read from the page as it was sent, and from its styles."""

from __future__ import annotations

from playwright.sync_api import Page, Response

BARE = """html => {
  const sent = new DOMParser().parseFromString(html, 'text/html');  // no script runs there, as with scripts off
  const faults = [], tell = (what, element) => faults.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
  const all = query => [...sent.querySelectorAll(query)];

  if (all('h1').length !== 1) faults.push(`${all('h1').length} headings of the first rank`);
  if (all('main').length !== 1) faults.push(`${all('main').length} mains`);
  let rank = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    if (!heading.closest('main') || heading.closest('[role=alert]')) continue;
    const now = Number(heading.tagName[1]);
    if (now > rank + 1) tell('a rank of headings is left out', heading);
    if (!heading.textContent.trim()) tell('a heading that says nothing', heading);
    rank = now;
  }
  for (const drawn of all('svg').filter(one => !one.parentElement.closest('svg'))) {
    const worded = drawn.closest('[aria-hidden=true]') || drawn.querySelector('title') || drawn.closest('[role=img]')
      || drawn.matches('[aria-label], [aria-labelledby]');
    if (!worded) tell('a drawing without words', drawn);
    const broad = Number((drawn.getAttribute('viewBox') || '').split(' ')[2]) > 300;  // it may fill the page
    const sized = drawn.hasAttribute('width') && drawn.hasAttribute('height');
    if (!broad && !sized) tell('a drawing without a size of its own', drawn);
  }
  for (const form of all('form')) {
    const sends = all('button, input[type=submit], input[type=image]')
      .filter(one => (one.getAttribute('type') || 'submit') !== 'button')
      .filter(one => one.getAttribute('form') ? one.getAttribute('form') === form.id : one.closest('form') === form);
    if (!sends.length) tell('a form that only a script sends', form);
  }
  for (const button of all('button[type=button]:not([popovertarget], [commandfor])')) {
    if (!button.closest('[hidden], template')) tell('a button that only a script hears', button);
  }
  for (const link of all('a')) if (!link.getAttribute('href')) tell('a link that leads nowhere', link);
  for (const styled of all('[style], [onclick], [onchange]')) tell('what is said in a style or a script', styled);
  for (const placed of all('[tabindex]'))
    if (Number(placed.getAttribute('tabindex')) > 0) tell('an order of its own', placed);

  for (const element of document.querySelectorAll('body, body *')) {
    const style = getComputedStyle(element);
    const moved = style.order !== '0' || style.flexDirection.endsWith('reverse');
    if (moved) tell('an order that only the style gives', element);
    for (const side of ['::before', '::after']) {
      const words = getComputedStyle(element, side).content;
      if (/^"/.test(words) && /[\\p{L}\\p{N}]/u.test(words)) tell(`words that only the style says, ${words}`, element);
    }
  }
  return faults;
}"""


def bare_faults(page: Page, sent: Response | None) -> list[str]:
    """What makes no sense with styles or scripts off, one line each; ``sent``: the page as the site sent it."""
    assert sent
    found: list[str] = page.evaluate(BARE, sent.text())
    return found
