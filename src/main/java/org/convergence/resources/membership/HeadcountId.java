package org.convergence.resources.membership;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A statement of an organisation's headcount. */
public record HeadcountId(UUID value) implements Identifier {}
