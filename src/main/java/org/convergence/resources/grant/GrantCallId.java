package org.convergence.resources.grant;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A call for applications, or a programme from which money can be asked. */
public record GrantCallId(UUID value) implements Identifier {}
