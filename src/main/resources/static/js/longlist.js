// A list too long to scroll is chosen from by typing: the letters lead to the first option whose name begins so, or holds them.
const fold = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').toLowerCase().trim();

function find(list, typed) {
  const options = [...list.options].filter((each) => each.value);
  return options.find((each) => fold(each.text).startsWith(typed)) ?? options.find((each) => fold(each.text).includes(typed));
}

const uncover = (root) => {
  for (const field of root.querySelectorAll?.('[data-longlist][hidden]') ?? []) field.hidden = false;
};
uncover(document);
document.addEventListener('htmx:afterSettle', (event) => uncover(event.target));

// What is typed here is no value of the form: what listens to the form hears the list instead.
document.addEventListener('input', (event) => {
  const field = event.target;
  if (!field.matches?.('[data-longlist]')) return;
  event.stopImmediatePropagation();
  const list = document.getElementById(field.dataset.longlist);
  const typed = fold(field.value);
  const option = typed ? find(list, typed) : null;
  if (typed && !option) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  if (!option || option.selected) return;
  option.selected = true;
  list.dispatchEvent(new Event('input', { bubbles: true }));
}, true);
document.addEventListener('change', (event) => {
  const field = event.target;
  if (!field.matches?.('[data-longlist]')) return;
  event.stopImmediatePropagation();
  if (field.value.trim()) document.getElementById(field.dataset.longlist).dispatchEvent(new Event('change', { bubbles: true }));
}, true);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !event.target.matches?.('[data-longlist]')) return;
  event.preventDefault();
  document.getElementById(event.target.dataset.longlist).focus();
});
