package org.convergence.resources.grant;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a deliverable or an instalment. */
public record AgreementDueId(UUID value) implements Identifier {}
