package org.convergence.plan.volunteering;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A task offered by link. */
public record VolunteerTaskId(UUID value) implements Identifier {}
