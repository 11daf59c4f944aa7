package org.convergence.directory.exchange.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One exchange, with all that belongs to it. */
@Service
@Transactional(readOnly = true)
@Requires(ExchangePermissions.READ)
public class ExchangeReading {

    private static final int CHANGES = 20;
    private static final int LAST = 60;

    private final ExchangeStore store;
    private final Company company;
    private final AuditTrail audit;
    private final JdbcClient db;

    ExchangeReading(ExchangeStore store, Company company, AuditTrail audit, JdbcClient db) {
        this.store = store;
        this.company = company;
        this.audit = audit;
        this.db = db;
    }

    /** An exchange as it stands. */
    public record Whole(ExchangeId id, int version, Exchanged what, UUID recordedBy, Instant recordedAt) {}

    /**
     * One of them.
     *
     * @throws NotFound where there is none
     */
    public Whole one(ExchangeId id) {
        Exchange it = store.findById(id.value()).orElseThrow(() -> new NotFound("exchange"));
        Exchanged what = it.with(company.people(it.id()), company.organisations(it.id()));
        return new Whole(id, it.version(), what, it.recordedBy(), it.recordedAt());
    }

    /** Its columns at a version; empty where the audit does not reach back to it. */
    public Json columnsAt(ExchangeId id, int version) {
        return audit.rowAt(Exchange.TABLE, id.value(), version).orElseGet(Json::empty);
    }

    /** Its latest changes, the newest first. */
    public List<AuditEntry> changes(ExchangeId id) {
        return audit.of(Exchange.TABLE, id.value(), CHANGES);
    }

    /** With whom the latest exchanges were, the latest first. */
    public List<PersonId> lastPeople(int limit) {
        return last("person", limit).stream().map(PersonId::new).toList();
    }

    /** With which organisations the latest exchanges were, the latest first. */
    public List<OrganisationId> lastOrganisations(int limit) {
        return last("organisation", limit).stream().map(OrganisationId::new).toList();
    }

    private List<UUID> last(String what, int limit) {
        return db.sql("""
                        SELECT l.%1$s FROM (SELECT id FROM directory.exchange ORDER BY id DESC LIMIT :last) AS e
                        JOIN directory.exchange_%1$s l ON l.exchange = e.id
                        GROUP BY l.%1$s ORDER BY max(e.id::text) DESC, l.%1$s LIMIT :limit
                        """.formatted(what))
                .param("last", LAST)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
