package org.convergence.plan.realisation;

import org.convergence.platform.document.DocumentId;

/**
 * A photograph that may be published.
 *
 * @param realisation what it shows
 * @param caption what stands under it; may be empty
 * @param alternative what it shows, for who does not see it: as it was written, else the caption, else the realisation's
 *     title; never empty
 */
public record Photograph(DocumentId document, RealisationId realisation, String caption, String alternative) {}
