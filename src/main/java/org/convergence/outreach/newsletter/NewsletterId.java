package org.convergence.outreach.newsletter;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An issue of the newsletter. */
public record NewsletterId(UUID value) implements Identifier {}
