// "/" goes to the search field, unless one is writing; Escape puts the suggestions away.
const field = document.querySelector('.search input[type=search]');
const writing = (element) => element.closest('input, textarea, select, [contenteditable]');

if (field) {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  const suggestions = document.getElementById('suggestions');
  const away = () => suggestions?.replaceChildren();
  field.form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      away();
      field.focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (!field.form.contains(event.target)) away();
  });
  field.form.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !field.form.contains(event.relatedTarget)) away();
  });
}
