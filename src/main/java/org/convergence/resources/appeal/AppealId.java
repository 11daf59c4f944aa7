package org.convergence.resources.appeal;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an appeal for gifts. */
public record AppealId(UUID value) implements Identifier {}
