package org.convergence.identity.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface RoleGrantRepository extends ListCrudRepository<RoleGrant, UUID> {

    /** The unscoped grants of a role to open accounts. */
    @Query("""
            SELECT g.* FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id
             WHERE g.role = :role AND g.scope_id IS NULL AND a.closed_at IS NULL""")
    List<RoleGrant> findOpenByRole(Role role);

    /** The grants of some roles, locked until the end of the transaction, so that two are not ended concurrently. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    List<RoleGrant> findHeldByRoleInOrderById(Collection<Role> roles);
}
