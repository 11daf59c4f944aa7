package org.convergence.directory.segment.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of segments. */
interface SegmentRepository extends CrudRepository<Segment, UUID> {

    List<Segment> findAllByOrderByName();
}
