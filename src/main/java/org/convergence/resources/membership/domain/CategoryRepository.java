package org.convergence.resources.membership.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of categories. */
interface CategoryRepository extends CrudRepository<Category, UUID> {

    List<Category> findAllByOrderByCode();
}
