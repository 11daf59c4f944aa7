package org.convergence.identity.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts as actors, with their roles of today, in one query. */
@Component
record AccountActorQueries(JdbcClient db, RolePermissions rolePermissions, OrganisationSettings settings)
        implements AccountActors {

    @Override
    public Optional<Actor> find(UUID account) {
        return read(account).stream().findFirst();
    }

    @Override
    public List<Actor> findAll() {
        return read(null).stream()
                .filter(actor -> !actor.permissions().isEmpty())
                .toList();
    }

    private List<Actor> read(@Nullable UUID account) {
        return db.sql("""
                        SELECT a.id AS account_id, a.name, a.person_id, a.language,
                               array(SELECT g.role FROM identity.role_grant g
                                      WHERE g.account_id = a.id AND g.scope_id IS NULL AND g.from_date <= :today
                                        AND (g.to_date IS NULL OR g.to_date >= :today)) AS roles
                          FROM identity.account a
                         WHERE a.closed_at IS NULL AND (CAST(:account AS uuid) IS NULL OR a.id = CAST(:account AS uuid))
                         ORDER BY a.id""")
                .param("today", settings.today())
                .param("account", account)
                .query((row, n) -> SessionService.actor(row, rolePermissions.permissionsOf(SessionService.roles(row))))
                .list();
    }

    @Override
    public Map<UUID, UUID> findByPersons(Collection<UUID> persons) {
        Map<UUID, UUID> all = new HashMap<>();
        if (!persons.isEmpty()) {
            db.sql(
                            "SELECT person_id, id FROM identity.account WHERE person_id = ANY (?) AND closed_at IS NULL ORDER BY id")
                    .param(persons.toArray(UUID[]::new))
                    .query((row, n) -> all.put(row.getObject("person_id", UUID.class), row.getObject("id", UUID.class)))
                    .list();
        }
        return all;
    }

    @Override
    public Optional<String> findMail(UUID account) {
        return db.sql("SELECT mail FROM identity.account WHERE id = ? AND closed_at IS NULL")
                .param(account)
                .query(String.class)
                .optional();
    }
}
