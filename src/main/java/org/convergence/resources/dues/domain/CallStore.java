package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where calls are kept. */
interface CallStore extends CrudRepository<Call, UUID> {

    List<Call> findAllByOrderByReferenceDesc();
}
