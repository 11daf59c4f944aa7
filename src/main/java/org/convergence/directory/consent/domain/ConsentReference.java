package org.convergence.directory.consent.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * References from consents to people, for merges, erasures and sealing: the rows stay as proof without any name, and a
 * withdrawal survives as a mark of the addresses (R-CASL-11, R-CASL-18).
 */
@Component
class ConsentReference implements IdentityReference {

    private final ReferencingColumn entries;
    private final ReferencingColumn links;
    private final ConsentLedgerRepository store;
    private final AddressWithdrawals addresses;
    private final AuditTrail audit;
    private final JdbcClient db;

    ConsentReference(ConsentLedgerRepository store, AddressWithdrawals addresses, AuditTrail audit, JdbcClient db) {
        this.entries = ReferencingColumn.toPerson(db, ConsentLedgerRepository.TABLE, "person", ErasureRule.KEEP);
        this.links = ReferencingColumn.toPerson(db, "directory.consent_link", "person", ErasureRule.KEEP);
        this.store = store;
        this.addresses = addresses;
        this.audit = audit;
        this.db = db;
    }

    @Override
    public Set<String> columns() {
        Set<String> both = new TreeSet<>(entries.columns());
        both.addAll(links.columns());
        return both;
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        return Json.of(Map.of(
                "entries", entries.repoint(duplicate, kept).node(),
                "links", links.repoint(duplicate, kept).node()));
    }

    @Override
    public void restore(Party duplicate, Json before) {
        entries.restore(duplicate, new Json(before.node().path("entries")));
        links.restore(duplicate, new Json(before.node().path("links")));
    }

    /** The withdrawal outlives the addresses, which are still in the person's row at this point. */
    @Override
    public void rename(PersonId person, String standIn) {
        store.findByPeople(List.of(person.value()))
                .getOrDefault(person.value(), ConsentLedgerRepository.RecordedConsents.empty())
                .withdrawals()
                .forEach(no -> addresses.insertMarks(person.value(), no.channel(), no.purpose(), no.day()));
    }

    /** Preferences links stay valid, so that unsubscribing is always possible. */
    @Override
    public void erase(PersonId person) {
        List<UUID> rows = db.sql("""
                        UPDATE directory.consent_entry
                        SET source = CASE WHEN source IS NULL THEN NULL ELSE :without END,
                            about = CASE WHEN about IS NULL THEN NULL ELSE :without END
                        WHERE person = :person RETURNING id
                        """)
                .param("without", WITHOUT)
                .param("person", person.value())
                .query(UUID.class)
                .list();
        audit.redact(
                ConsentLedgerRepository.TABLE,
                rows.stream().map(UUID::toString).toList(),
                WITHOUT,
                List.of("source", "about"));
    }

    @Override
    public List<Json> export(PersonId person) {
        return entries.export(person);
    }
}
