package org.convergence.resources.prospect;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An organisation or a person that might join. */
public record ProspectId(UUID value) implements Identifier {}
