package org.convergence.resources.prospect.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where prospects are kept. */
interface ProspectStore extends CrudRepository<Prospect, UUID> {}
