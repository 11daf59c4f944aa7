package org.convergence.directory.people.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Persists affiliations. */
interface AffiliationRepository extends CrudRepository<Affiliation, UUID> {

    /** Every affiliation on the way up from an organisation, whatever its dates. */
    @Query("""
            WITH RECURSIVE upward AS (
                SELECT id, parent FROM directory.people_affiliation WHERE member = :organisation
                UNION
                SELECT a.id, a.parent FROM directory.people_affiliation a JOIN upward u ON a.member = u.parent)
            SELECT a.* FROM directory.people_affiliation a JOIN upward u ON u.id = a.id
            """)
    List<Affiliation> upwardFrom(UUID organisation);

    /** Deletes the affiliations of a member. */
    @Modifying
    @Query("DELETE FROM directory.people_affiliation WHERE member = :organisation")
    void deleteByMember(UUID organisation);
}
