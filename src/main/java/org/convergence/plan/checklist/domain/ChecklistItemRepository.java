package org.convergence.plan.checklist.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Stores items. */
interface ChecklistItemRepository extends CrudRepository<ChecklistItem, UUID> {}
