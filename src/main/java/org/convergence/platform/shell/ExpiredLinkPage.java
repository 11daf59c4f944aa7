package org.convergence.platform.shell;

import org.convergence.platform.text.Words;

/** The page of a secret link that opens nothing (template {@code platform.shell.gone}): it says whom to ask for another. */
public record ExpiredLinkPage(Words words) implements TranslatedPage {}
