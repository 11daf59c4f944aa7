package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.BatchId;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The entries that the accountant has not accepted yet. The accountant accepts an entry, or returns it with a question.
 */
@Service
@Transactional
@Requires(LedgerPermissions.REVIEW)
public class AccountantQueueService {

    private static final String TABLE = "resources.ledger_entry";
    private static final int CHANGES = 100;

    static final String ENTRIES = """
            SELECT e.id, e.version, e.state, e.question, e.answer, e.payment,
                   coalesce(i.issued_on, d.made_on, p.received_on) AS day,
                   coalesce(i.currency, di.currency, p.currency) AS currency,
                   coalesce(i.total, -d.amount, p.amount) AS amount,
                   coalesce(%s, %s) AS number,
                   coalesce(o.name, h.display_name, p.payer, '') AS party,
                   coalesce(i.subject, d.reason, p.reference, p.remark, '') AS about,
                   coalesce(d.kind, p.method, 'INVOICE') AS kind, coalesce(d.invoice, e.invoice) AS invoice,
                   p.reverses IS NOT NULL AS reverses
            FROM resources.ledger_entry e
            LEFT JOIN resources.ledger_invoice i ON i.id = e.invoice
            LEFT JOIN resources.ledger_reduction d ON d.id = e.reduction
            LEFT JOIN resources.ledger_invoice di ON di.id = d.invoice
            LEFT JOIN resources.ledger_payment p ON p.id = e.payment
            LEFT JOIN directory.people_organisation_name o
                   ON o.id = coalesce(i.payer_organisation, di.payer_organisation, p.organisation)
            LEFT JOIN directory.people_person_name h ON h.id = coalesce(i.payer_person, di.payer_person, p.person)
            """.formatted(LedgerNumberSeries.column("i"), LedgerNumberSeries.column("d"));

    private final JdbcClient db;
    private final BatchService batches;
    private final LedgerEntryRepository proposals;
    private final AuditTrail audit;

    AccountantQueueService(JdbcClient db, BatchService batches, LedgerEntryRepository proposals, AuditTrail audit) {
        this.db = db;
        this.batches = batches;
        this.proposals = proposals;
        this.audit = audit;
    }

    /** The state of an entry. */
    public enum EntryState {
        PROPOSED,
        /** Returned with a question that waits for an answer. */
        RETURNED,
        ACCEPTED
    }

    /**
     * An entry to accept.
     *
     * @param kind {@code INVOICE}, {@code CREDIT}, {@code WRITE_OFF}, or the method of a payment
     * @param number of an invoice, a credit or a write-off; {@code null} for a payment
     * @param invoice the invoice concerned, for a link; {@code null} for a payment
     */
    public record QueueEntry(
            EntryId id,
            int version,
            EntryState state,
            String kind,
            LocalDate day,
            @Nullable String number,
            String party,
            String about,
            Money amount,
            @Nullable String question,
            @Nullable String answer,
            @Nullable UUID invoice,
            @Nullable UUID payment,
            boolean reverses) {}

    /** How many entries wait, and how many of them for an answer. */
    public record QueueCounts(int all, int returned) {}

    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public QueueCounts waiting() {
        return db.sql("""
                        SELECT count(*) AS all, count(*) FILTER (WHERE state = 'RETURNED') AS returned
                        FROM resources.ledger_entry WHERE state <> 'ACCEPTED'
                        """).query(RecordMapper.of(QueueCounts.class)).single();
    }

    /** The waiting entries by day, the returned ones last. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public List<QueueEntry> waiting(int limit) {
        return db.sql(ENTRIES + " WHERE e.state <> 'ACCEPTED' ORDER BY e.state, day, e.id LIMIT ?")
                .param(limit)
                .query(RecordMapper.of(QueueEntry.class))
                .list();
    }

    /** Accepts entries into the open batch, or opens one. Entries accepted meanwhile stay in their batch. */
    public BatchId accept(Collection<EntryId> entries) {
        BatchId batch = batches.findOrOpen();
        int taken = db.sql("""
                        UPDATE resources.ledger_entry SET state = 'ACCEPTED', batch = :batch, version = version + 1
                        WHERE id = ANY (:ids) AND state <> 'ACCEPTED'
                        """)
                .param("batch", batch.value())
                .param("ids", entries.stream().map(EntryId::value).toArray(UUID[]::new))
                .update();
        if (taken == 0) {
            throw new Refused("ledger.refused.none-accepted");
        }
        return batch;
    }

    /**
     * Accepts entries in the version the user saw, into the open batch, or opens one.
     *
     * @param seen the version of each
     * @return how many were accepted; entries changed or accepted meanwhile are left
     * @throws Refused if none could be accepted
     */
    public int acceptSeen(Map<EntryId, Integer> seen) {
        List<EntryId> ids = List.copyOf(seen.keySet());
        int taken = db.sql("""
                        UPDATE resources.ledger_entry e SET state = 'ACCEPTED', batch = :batch, version = e.version + 1
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:versions AS integer[])) AS seen (id, version)
                        WHERE e.id = seen.id AND e.version = seen.version AND e.state <> 'ACCEPTED'
                        """)
                .param("batch", batches.findOrOpen().value())
                .param("ids", ids.stream().map(EntryId::value).toArray(UUID[]::new))
                .param("versions", ids.stream().map(seen::get).toArray(Integer[]::new))
                .update();
        if (taken == 0) {
            throw new Refused("ledger.refused.none-accepted");
        }
        return taken;
    }

    /** @throws NotFound if the entry does not exist */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public QueueEntry findById(EntryId id) {
        return db.sql(ENTRIES + " WHERE e.id = ?")
                .param(id.value())
                .query(RecordMapper.of(QueueEntry.class))
                .optional()
                .orElseThrow(() -> new NotFound("entry"));
    }

    /** The entries that wait for an answer, by day. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public List<QueueEntry> findReturned(int limit) {
        return db.sql(ENTRIES + " WHERE e.state = 'RETURNED' ORDER BY day, e.id LIMIT ?")
                .param(limit)
                .query(RecordMapper.of(QueueEntry.class))
                .list();
    }

    /** Takes an acceptance back while the batch is open. */
    public void reopen(EntryId id) {
        proposals.lockBatches();
        int taken = db.sql("""
                        UPDATE resources.ledger_entry e SET state = 'PROPOSED', batch = NULL, version = version + 1
                        FROM resources.ledger_batch b WHERE e.id = ? AND b.id = e.batch AND b.closed_at IS NULL
                        """).param(id.value()).update();
        if (taken == 0) {
            throw new Refused("ledger.refused.closed");
        }
    }

    /** Returns an entry with a question to its author. */
    public void returnWithQuestion(EntryId id, int version, String question) {
        change(id, version, "state = 'RETURNED', question = ?, answer = NULL", question);
    }

    /** Answers the question and proposes the entry again. */
    @Requires(LedgerPermissions.RECORD)
    public void answer(EntryId id, int version, String answer) {
        change(id, version, "state = 'PROPOSED', answer = ?", answer);
    }

    private void change(EntryId id, int version, String what, String text) {
        int written = db.sql("UPDATE resources.ledger_entry SET " + what
                        + ", version = version + 1 WHERE id = ? AND version = ? AND state <> 'ACCEPTED'")
                .params(text, id.value(), version)
                .update();
        if (written == 0) {
            boolean there = db.sql("SELECT EXISTS (SELECT FROM resources.ledger_entry WHERE id = ?)")
                    .param(id.value())
                    .query(Boolean.class)
                    .single();
            throw there ? new EditConflict(TABLE, id.value(), version) : new NotFound("entry");
        }
    }

    /** The author's name from the audit history; empty where it does not reach back. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public Optional<String> findAuthor(EntryId id) {
        List<AuditEntry> changes = audit.findByRow(TABLE, id.value(), CHANGES);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 1).who());
    }

    /** The returned entries about which the current user asked the question, and so may not answer it. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public Set<EntryId> findAskedByCurrentActor(Collection<EntryId> returned) {
        Set<EntryId> mine = new HashSet<>();
        UUID me = CurrentActor.get().id();
        audit.findLastActors(TABLE, returned.stream().map(EntryId::value).toList())
                .forEach((entry, asking) -> {
                    if (asking.equals(me)) {
                        mine.add(new EntryId(entry));
                    }
                });
        return mine;
    }
}
