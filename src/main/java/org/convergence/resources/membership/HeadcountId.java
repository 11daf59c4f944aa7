package org.convergence.resources.membership;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What was said of an organisation's size. */
public record HeadcountId(UUID value) implements Identifier {}
