package org.convergence.outreach.event;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A sponsorship of an event. */
public record SponsorshipId(UUID value) implements Identifier {}
