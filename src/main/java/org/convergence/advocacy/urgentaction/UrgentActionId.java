package org.convergence.advocacy.urgentaction;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An urgent action. */
public record UrgentActionId(UUID value) implements Identifier {}
