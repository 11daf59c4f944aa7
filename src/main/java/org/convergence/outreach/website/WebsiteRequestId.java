package org.convergence.outreach.website;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What a visitor asked by a form of the website. */
public record WebsiteRequestId(UUID value) implements Identifier {}
