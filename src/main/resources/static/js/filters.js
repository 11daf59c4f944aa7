// The address of a filtered list holds what narrows it, and nothing empty.
document.addEventListener('formdata', (event) => {
  if (!event.target.matches('form.filters')) return;
  for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
});
