package org.convergence.advocacy.campaign;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A campaign led by others. */
public record CampaignId(UUID value) implements Identifier {}
