package org.convergence.resources.prospect;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An organisation or a person that may join. */
public record ProspectId(UUID value) implements Identifier {}
