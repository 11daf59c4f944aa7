package org.convergence.directory.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a person's ledger entries, and lists the people who have an address. */
@Service
@Transactional(readOnly = true)
@Requires(ConsentPermissions.READ)
public class ConsentLedgerQueries {

    private final JdbcClient db;
    private final ListQuery<ConsentChannel, ReachablePerson> reachable;

    ConsentLedgerQueries(JdbcClient db) {
        this.db = db;
        this.reachable = new ListQuery<>(
                db,
                "p.id, p.display_name AS name, p.sort_name",
                "directory.people_person_contact p",
                channel -> new SqlConditions()
                        .and(
                                "p.contact_points @> CAST(:point AS jsonb)",
                                "point",
                                channel == ConsentChannel.MAIL
                                        ? "[{\"channel\": \"MAIL\"}]"
                                        : "[{\"channel\": \"PHONE\"}]"),
                List.of(ListOrder.<ReachablePerson>ascending("name")
                        .text("p.sort_name", ReachablePerson::sortName)
                        .id("p.id", ReachablePerson::id)),
                RecordMapper.of(ReachablePerson.class));
    }

    /**
     * An entry of the ledger.
     *
     * @param basis {@code null} for a withdrawal
     * @param by the account's name; {@code null} where the person did it by their link
     */
    public record ConsentLedgerEntry(
            UUID id,
            @Nullable Basis basis,
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            @Nullable LocalDate ended,
            @Nullable LocalDate until,
            ConsentMethod method,
            @Nullable String wording,
            @Nullable String version,
            @Nullable String source,
            @Nullable String about,
            @Nullable String country,
            @Nullable String by,
            Instant at) {}

    /** A person of the list. */
    public record ReachablePerson(PersonId id, String name, String sortName) {}

    /** The latest wording entered by hand, offered again in the form. */
    public record ConsentWording(String text, String version) {}

    /** Everything recorded about a person, latest first. */
    public List<ConsentLedgerEntry> findEntries(PersonId person) {
        return db.sql("""
                        SELECT e.*, e.happened_on AS day, e.ended_on AS ended, e.wording_version AS version, e.recorded_at AS at,
                               CASE WHEN e.method NOT IN ('PREFERENCES', 'ONE_CLICK') THEN (
                                   SELECT a.actor_label FROM platform.audit_change a
                                   WHERE a.row_id = e.id::text AND a.table_name = 'directory.consent_entry'
                                     AND a.operation = 'INSERT' LIMIT 1) END AS by
                        FROM directory.consent_entry e WHERE e.person = :person
                        ORDER BY e.happened_on DESC, e.recorded_at DESC, e.id DESC LIMIT 500
                        """)
                .param("person", person.value())
                .query(RecordMapper.of(ConsentLedgerEntry.class))
                .list();
    }

    /** The wording of the latest express consent recorded by hand. */
    public Optional<ConsentWording> findLastWording() {
        return db.sql("""
                        SELECT wording AS text, wording_version AS version FROM directory.consent_entry
                        WHERE basis = 'EXPRESS' AND method NOT IN ('PREFERENCES', 'ONE_CLICK')
                        ORDER BY id DESC LIMIT 1
                        """).query(RecordMapper.of(ConsentWording.class)).optional();
    }

    /** The people with an address for a channel, by name. */
    public ListSlice<ReachablePerson> findReachable(ListRequest<ConsentChannel> request) {
        return reachable.findSlice(request);
    }
}
