package org.convergence.identity.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface RoleGrants extends ListCrudRepository<RoleGrant, UUID> {

    List<RoleGrant> findByAccountId(UUID accountId);

    List<RoleGrant> findByRole(Role role);

    /** The same, held until the end of the transaction, so that no two of them are ended at the same moment. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    List<RoleGrant> findHeldByRoleOrderById(Role role);
}
