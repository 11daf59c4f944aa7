package org.convergence.plan.realisation;

import org.convergence.platform.document.DocumentId;

/**
 * A photograph that may be published.
 *
 * @param realisation the realisation that it shows
 * @param caption may be empty
 * @param alternative text alternative: as written, else the caption, else the realisation's title; never empty
 */
public record Photograph(DocumentId document, RealisationId realisation, String caption, String alternative) {}
