package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of agenda items. */
interface AgendaItemRepository extends CrudRepository<AgendaItem, UUID> {

    /** The items of a meeting, in order. */
    List<AgendaItem> findByMeetingOrderByPositionAscIdAsc(UUID meeting);
}
