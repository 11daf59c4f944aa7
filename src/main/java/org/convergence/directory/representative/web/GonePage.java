package org.convergence.directory.representative.web;

import org.convergence.platform.text.Words;

/** A link that opens nothing any more. */
public record GonePage(Words words) {}
