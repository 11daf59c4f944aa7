package org.convergence.outreach.exhibition;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A photograph of an exhibition. */
public record ExhibitionPictureId(UUID value) implements Identifier {}
