// Passkeys: a form that asks the authenticator before it is sent. Without WebAuthn the form stays hidden.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

function question(options) {
  const asked = { ...options, challenge: bytes(options.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  for (const list of ['excludeCredentials', 'allowCredentials']) {
    if (asked[list]) asked[list] = asked[list].map((known) => ({ ...known, id: bytes(known.id) }));
  }
  return asked;
}

function answer(credential) {
  const response = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined, clientExtensionResults: {},
  });
}

async function ask(form) {
  const body = new URLSearchParams({ _csrf: form.elements._csrf?.value ?? '' });
  const asked = await fetch(form.dataset.question, { method: 'POST', body, headers: { Accept: 'application/json' } });
  if (!asked.ok) throw Object.assign(new Error(asked.statusText), { tooOften: asked.status === 429 });
  const publicKey = question(await asked.json());
  return form.dataset.passkey === 'create' ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey });
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential) continue;
  form.closest('[data-needs-passkeys]').hidden = false;
  form.addEventListener('submit', async (event) => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const trouble = form.querySelector('[data-trouble]');
    trouble.textContent = '';
    try {
      form.elements.answer.value = answer(await ask(form));
      form.requestSubmit();
      setTimeout(() => (form.elements.answer.value = ''));
    } catch (failure) {
      trouble.textContent = failure.tooOften ? trouble.dataset.often : failure.name === 'InvalidStateError' ? trouble.dataset.known : trouble.dataset.trouble;
    }
  });
}
