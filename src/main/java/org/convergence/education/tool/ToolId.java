package org.convergence.education.tool;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A tool of education. */
public record ToolId(UUID value) implements Identifier {}
