package org.convergence.advocacy.urgentaction;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The signature of an organisation. */
public record SignOnId(UUID value) implements Identifier {}
