package org.convergence.identity.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.springframework.data.repository.ListCrudRepository;

interface RoleGrants extends ListCrudRepository<RoleGrant, UUID> {

    List<RoleGrant> findByAccountId(UUID accountId);

    List<RoleGrant> findByRole(Role role);
}
