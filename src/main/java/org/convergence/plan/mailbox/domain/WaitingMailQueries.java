package org.convergence.plan.mailbox.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The mail that waits for the current user, invisible to others. */
@Service
@Transactional(readOnly = true)
@Requires(MailboxPermissions.OWN)
public class WaitingMailQueries {

    private final JdbcClient db;
    private final ForwardedMailRepository store;
    private final MailboxPositionRepository mailboxPositionRepository;
    private final DocumentStorage documents;
    private final ListQuery<UUID, WaitingMailRow> rows;

    WaitingMailQueries(
            JdbcClient db,
            ForwardedMailRepository store,
            MailboxPositionRepository mailboxPositionRepository,
            DocumentStorage documents) {
        this.db = db;
        this.store = store;
        this.mailboxPositionRepository = mailboxPositionRepository;
        this.documents = documents;
        this.rows = new ListQuery<>(
                db,
                "id, state, sender, subject, written_on, received_at",
                "plan.mailbox_message",
                account -> new SqlConditions().and("account = :account", "account", account),
                List.of(ListOrder.<WaitingMailRow>descending("latest")
                        .instant("received_at", WaitingMailRow::receivedAt)
                        .id("id", row -> row::id)),
                RecordMapper.of(WaitingMailRow.class));
    }

    /** A row of the list. */
    public record WaitingMailRow(
            UUID id,
            ForwardedMail.ForwardedMailState state,
            String sender,
            String subject,
            LocalDate writtenOn,
            Instant receivedAt) {}

    /**
     * The last reading of the mailbox.
     *
     * @param at when it last succeeded; {@code null} if it never did
     * @param problem why it failed since; {@code null} if it did not
     */
    public record MailboxStatus(
            @Nullable Instant at, @Nullable MailboxProblem problem) {}

    /** The last reading of the mailbox. */
    public MailboxStatus findStatus() {
        MailboxPositionRepository.LastMailboxRun last = mailboxPositionRepository.findLastRun();
        return new MailboxStatus(last.readAt(), last.problem());
    }

    /** The number of waiting mails. */
    public long count() {
        return db.sql("SELECT count(*) FROM plan.mailbox_message WHERE account = ?")
                .param(me())
                .query(Long.class)
                .single();
    }

    /** When the longest-waiting mail arrived; empty if none waits. */
    public Optional<Instant> findOldestArrival() {
        return db.sql("SELECT received_at FROM plan.mailbox_message WHERE account = ? ORDER BY received_at LIMIT 1")
                .param(me())
                .query((row, n) -> receivedAt(row))
                .optional();
    }

    /** A slice of the waiting mails of the user, the latest first. */
    public ListSlice<WaitingMailRow> findSlice(@Nullable String after, int limit) {
        return rows.findSlice(new ListRequest<>(me(), "", after, limit));
    }

    /**
     * A waiting mail of the user.
     *
     * @throws NotFound if there is none, or it is another user's
     */
    public ForwardedMail findById(UUID id) {
        var ids = store.documents(id);
        List<Document> files = List.copyOf(documents.findAll(ids).values());
        return db.sql("SELECT * FROM plan.mailbox_message WHERE id = ? AND account = ?")
                .params(id, me())
                .query((row, n) -> new ForwardedMail(
                        id,
                        ForwardedMail.ForwardedMailState.valueOf(row.getString("state")),
                        row.getString("sender"),
                        row.getBoolean("verified"),
                        row.getString("subject"),
                        row.getObject("written_on", LocalDate.class),
                        row.getString("body"),
                        Json.parse(row.getString("people")).as(new TypeReference<List<Correspondent>>() {}),
                        files,
                        row.getInt("left_out"),
                        receivedAt(row)))
                .optional()
                .orElseThrow(() -> new NotFound("mail"));
    }

    private static Instant receivedAt(ResultSet row) throws SQLException {
        return row.getObject("received_at", OffsetDateTime.class).toInstant();
    }

    private static UUID me() {
        return CurrentActor.get().id();
    }
}
