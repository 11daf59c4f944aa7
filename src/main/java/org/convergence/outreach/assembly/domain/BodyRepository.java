package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Persistence of bodies. */
interface BodyRepository extends CrudRepository<Body, UUID> {

    /** Active bodies first, by kind and name. */
    @Query("""
            SELECT * FROM outreach.assembly_body
            ORDER BY ended_on IS NOT NULL, array_position(ARRAY['BOARD', 'EXECUTIVE', 'GENERAL', 'COMMITTEE'], kind),
                     name COLLATE "fr-CA-x-icu", id
            """)
    List<Body> findAllInOrder();
}
