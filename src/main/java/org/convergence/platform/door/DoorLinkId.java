package org.convergence.platform.door;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A link to the door of one evening. */
public record DoorLinkId(UUID value) implements Identifier {}
