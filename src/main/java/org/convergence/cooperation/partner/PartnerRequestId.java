package org.convergence.cooperation.partner;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What a partner asks of us. */
public record PartnerRequestId(UUID value) implements Identifier {}
