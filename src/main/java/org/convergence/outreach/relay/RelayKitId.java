package org.convergence.outreach.relay;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A kit for bulletins. */
public record RelayKitId(UUID value) implements Identifier {}
