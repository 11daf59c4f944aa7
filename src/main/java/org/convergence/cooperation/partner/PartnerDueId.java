package org.convergence.cooperation.partner;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** Something owed, to a partner or by it. */
public record PartnerDueId(UUID value) implements Identifier {}
