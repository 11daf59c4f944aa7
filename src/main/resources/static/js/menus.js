// In a menu longer than the window, the page where one is comes into sight.
const current = document.querySelector('.side .nav a[aria-current]');
const side = current?.closest('.side');
if (side && side.scrollHeight > side.clientHeight) {
  const below = current.getBoundingClientRect().bottom - side.getBoundingClientRect().bottom;
  if (below > 0) side.scrollTop += below + side.clientHeight / 3;
}

// A drop-down closes when one goes elsewhere or presses Escape; the focus returns to where it was.
const open = () => document.querySelectorAll('details.drop[open]');

document.addEventListener('click', (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const menu = event.target.closest('details.drop[open], [data-arrows]');
  if (!menu) return;
  const stops = [...menu.querySelectorAll('summary, input:not([type=hidden]), a[href], .sheet button')];
  const next = stops[stops.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
