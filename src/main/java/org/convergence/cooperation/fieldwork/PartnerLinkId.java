package org.convergence.cooperation.fieldwork;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A link to the page of a partner. */
public record PartnerLinkId(UUID value) implements Identifier {}
