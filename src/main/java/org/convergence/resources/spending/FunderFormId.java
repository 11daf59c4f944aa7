package org.convergence.resources.spending;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A form of a funder for the financial reports of a budget. */
public record FunderFormId(UUID value) implements Identifier {}
