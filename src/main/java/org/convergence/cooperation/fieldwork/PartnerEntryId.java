package org.convergence.cooperation.fieldwork;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** Something that a partner sent. */
public record PartnerEntryId(UUID value) implements Identifier {}
