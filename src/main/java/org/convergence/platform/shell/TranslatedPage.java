package org.convergence.platform.shell;

import org.convergence.platform.text.Words;

/** A page in a language of its own, such as that of the organisation that opens its link. */
public interface TranslatedPage {

    /** The messages in the language of the page. */
    Words words();
}
