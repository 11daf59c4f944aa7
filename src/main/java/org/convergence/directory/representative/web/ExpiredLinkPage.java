package org.convergence.directory.representative.web;

import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;

/** The page of a link that is no longer valid. */
public record ExpiredLinkPage(Words words) implements TranslatedPage {}
