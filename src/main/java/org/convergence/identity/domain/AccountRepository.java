package org.convergence.identity.domain;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface AccountRepository extends ListCrudRepository<Account, UUID> {}
