// « 24 non déclaré »: what a distribution leaves of the count, as the server reads it. The words come with the page.
const number = new Intl.NumberFormat(document.documentElement.lang);
const value = (box, name) => {
  const text = box.querySelector(`[name=${name}]`)?.value.replace(/[\s\u00a0\u202f]/g, '') ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
};

function say(box) {
  const known = ['women', 'men', 'other'].map((name) => value(box, name) ?? 0).reduce((sum, each) => sum + each, 0);
  const count = value(box, 'count');
  const rest = count === null ? value(box, 'notStated') : count - known;
  const said = document.getElementById(box.dataset.rest);
  if (rest === null) said.textContent = '';
  else if (rest < 0) said.textContent = box.dataset.overWords.replace('{}', number.format(-rest));
  else said.textContent = box.dataset.restWords.replace('{}', number.format(rest));
}
document.addEventListener('input', (event) => {
  const box = event.target.closest?.('[data-rest]');
  if (box) say(box);
});
