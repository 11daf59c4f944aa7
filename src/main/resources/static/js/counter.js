// "1 240 / 2 000": counts as the server does, by characters as people see them. The words come with the page.
const numbers = new Intl.NumberFormat(document.documentElement.lang);

function show(area) {
  const counter = document.getElementById(area.id + '-count');
  if (!counter) return;
  const length = [...area.value.replace(/\r\n?/g, '\n')].length;
  const limit = Number(area.dataset.limit);
  counter.querySelector('b').textContent = numbers.format(length);
  counter.classList.toggle('over', length > limit);
}
document.addEventListener('input', (event) => {
  if (event.target.dataset?.limit) show(event.target);
});
