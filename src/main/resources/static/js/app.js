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
import './participations.js';
import './filters.js';
import './copy.js';
import './files.js';
import './tabs.js';
