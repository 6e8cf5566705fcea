/** Everything shown is set as text: nothing a URL or a server message holds can become markup or a link. */
export const byId = (id) => document.getElementById(id);

export function element(tag, { text, className } = {}, children = []) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  made.append(...children);
  return made;
}

export function showFailure(place, error) {
  place.replaceChildren(element('p', { className: 'failed', text: error.message }));
  place.hidden = false;
}
