// "1 240 / 2 000": counts as the server does, by characters as people see them, or by words. The words come with the page.
const numbers = new Intl.NumberFormat(document.documentElement.lang);

const units = {
  WORDS: (text) => text.trim().split(/\s+/u).filter(Boolean).length,
  CHARACTERS: (text) => [...text.trim().normalize()].length,
  CHARACTERS_WITHOUT_SPACES: (text) => [...text.replace(/\s/gu, '').normalize()].length,
};

function show(area) {
  const counter = document.getElementById(area.id + '-count');
  if (!counter) return;
  const count = units[area.dataset.unit] ?? ((text) => [...text].length);
  const length = count(area.value.replace(/\r\n?/g, '\n'));
  const limit = Number(area.dataset.limit);
  counter.querySelector('b').textContent = numbers.format(length);
  counter.classList.toggle('over', length > limit);
}
document.addEventListener('input', (event) => {
  if (event.target.dataset?.limit) show(event.target);
});
