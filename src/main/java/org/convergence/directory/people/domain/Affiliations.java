package org.convergence.directory.people.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** All affiliations. */
interface Affiliations extends CrudRepository<Affiliation, UUID> {

    /** Every affiliation that is met on the way upward from an organisation, whatever its dates. */
    @Query("""
            WITH RECURSIVE upward AS (
                SELECT id, parent FROM directory.people_affiliation WHERE member = :organisation
                UNION
                SELECT a.id, a.parent FROM directory.people_affiliation a JOIN upward u ON a.member = u.parent)
            SELECT a.* FROM directory.people_affiliation a JOIN upward u ON u.id = a.id
            """)
    List<Affiliation> upwardFrom(UUID organisation);

    /** Takes back that an organisation belongs to others. */
    @Modifying
    @Query("DELETE FROM directory.people_affiliation WHERE member = :organisation")
    void deleteByMember(UUID organisation);
}
