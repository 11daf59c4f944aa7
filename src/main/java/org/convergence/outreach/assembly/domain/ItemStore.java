package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where the points of agendas are kept. */
interface ItemStore extends CrudRepository<Item, UUID> {

    /** Those of a meeting, in order. */
    List<Item> findByMeetingOrderByPositionAscIdAsc(UUID meeting);
}
