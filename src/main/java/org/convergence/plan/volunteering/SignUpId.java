package org.convergence.plan.volunteering;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A person who took a task. */
public record SignUpId(UUID value) implements Identifier {}
