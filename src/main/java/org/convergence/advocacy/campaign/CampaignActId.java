package org.convergence.advocacy.campaign;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** Something that a campaign did, or a part of ours in it. */
public record CampaignActId(UUID value) implements Identifier {}
