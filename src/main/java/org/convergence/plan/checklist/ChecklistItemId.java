package org.convergence.plan.checklist;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An item of a checklist. */
public record ChecklistItemId(UUID value) implements Identifier {}
