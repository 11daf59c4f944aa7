package org.convergence.education.workshop.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Persistence of workshops. */
interface WorkshopRepository extends CrudRepository<Workshop, UUID> {

    /** The workshops of the catalogue, by theme. */
    @Query("SELECT * FROM education.workshop ORDER BY theme, title, id LIMIT 200")
    List<Workshop> findCatalogue();
}
