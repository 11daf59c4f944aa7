package org.convergence.cooperation.partner;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The relation with a partner. */
public record PartnerId(UUID value) implements Identifier {}
