// Every page works without this; each piece below only makes it gentler.
import './menus.js';
import './search.js';
import './typed.js';
import './autosave.js';
import './counter.js';
import './fragments.js';
import './passkeys.js';
import './grid.js';
import './chooser.js';
import './longlist.js';
import './participations.js';
import './filters.js';
import './copy.js';
import './files.js';
import './tabs.js';
// An address that names a closed part opens it.
const openNamed = () => {
  const named = document.getElementById(location.hash.slice(1));
  if (!(named instanceof HTMLDetailsElement)) return;
  named.open = true;
  named.scrollIntoView();
};
openNamed();
addEventListener('hashchange', openNamed);
