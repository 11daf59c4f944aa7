// Beside the button of a file field stands what was chosen, in the page's own words.
function say(input) {
  const chosen = input.closest('.file')?.querySelector('.chosen');
  if (chosen) chosen.textContent = [...input.files].map((file) => file.name).join(', ') || chosen.dataset.none;
}
document.addEventListener('change', (event) => event.target.matches?.('[type=file]') && say(event.target));
window.addEventListener('pageshow', () => document.querySelectorAll('.file [type=file]').forEach(say));
