package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ListExportLog;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.OpenedRow;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.AnswerLimit.CountUnit;
import org.convergence.platform.text.TrigramIndex;
import org.convergence.platform.text.TrigramIndex.SimilarText;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantAnswerId;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of applications; the questions, the budget and the history of one; and past answers to a like question. */
@Service
@Transactional(readOnly = true)
@Requires(GrantPermissions.READ)
public class GrantApplicationQueries {

    private static final int CHANGES = 30;

    /** How many past questions are compared: some ten years of applications. */
    private static final int COMPARED = 3_000;

    private static final double SIMILAR = 0.3;
    private static final int NEAREST = 4;

    private final AuditTrail audit;
    private final ListExportLog exports;
    private final JdbcClient db;
    private final ListQuery<GrantApplicationFilter, GrantApplicationRow> list;

    GrantApplicationQueries(AuditTrail audit, ListExportLog exports, JdbcClient db) {
        this.audit = audit;
        this.exports = exports;
        this.db = db;
        this.list = new ListQuery<>(
                db,
                """
                a.id, a.title, a.state, o.name AS funder, c.closes_at, c.zone, c.currency,
                (SELECT sum(l.requested) FROM resources.grant_application_line l WHERE l.application = a.id) AS requested,
                a.submission_sent_on AS sent_on, s.display_name AS sent_by, a.submission_confirmation AS confirmation,
                a.outcome_answered_on AS answered_on, a.outcome_amount AS granted,
                (SELECT count(*)::int FROM resources.grant_letter g WHERE g.application = a.id) AS letters,
                (SELECT count(g.received_on)::int FROM resources.grant_letter g WHERE g.application = a.id) AS letters_received
                """,
                """
                resources.grant_application a JOIN resources.grant_call c ON c.id = a.call
                JOIN directory.people_organisation_name o ON o.id = c.funder
                LEFT JOIN directory.people_person_name s ON s.id = a.submission_sent_by
                """,
                filter -> new SqlConditions()
                        .and("a.state = :state", "state", filter.state())
                        .and("a.call = :call", "call", filter.call()),
                List.of(ListOrder.<GrantApplicationRow>descending("latest").id("a.id", GrantApplicationRow::id)),
                RecordMapper.of(GrantApplicationRow.class));
    }

    /** The filter of the list of applications. */
    public record GrantApplicationFilter(
            @Nullable GrantApplicationState state, @Nullable GrantCallId call) {}

    /**
     * An application in a list.
     *
     * @param requested the total asked from the funder; {@code null} without a budget
     * @param letters asked of partners
     */
    public record GrantApplicationRow(
            GrantApplicationId id,
            String title,
            GrantApplicationState state,
            String funder,
            @Nullable Instant closesAt,
            String zone,
            String currency,
            @Nullable BigDecimal requested,
            @Nullable LocalDate sentOn,
            @Nullable String sentBy,
            @Nullable String confirmation,
            @Nullable LocalDate answeredOn,
            @Nullable BigDecimal granted,
            int letters,
            int lettersReceived) {}

    /** A question of an application, with its answer and the name of its writer. */
    public record AnswerRow(
            GrantAnswerId id,
            String question,
            @Nullable Integer most,
            @Nullable CountUnit unit,
            @Nullable String writerName,
            String body) {

        /** The limit; {@code null} for none. */
        public @Nullable AnswerLimit limit() {
            return most == null || unit == null ? null : new AnswerLimit(most, unit);
        }
    }

    /** A past answer to a like question. */
    public record PastAnswer(
            GrantAnswerId id,
            GrantApplicationId application,
            String title,
            GrantApplicationState state,
            String question,
            String body) {}

    /** A page of the list. */
    public ListPage<GrantApplicationRow> findPage(ListRequest<GrantApplicationFilter> request) {
        return list.findPage(request);
    }

    /** Every application that matches a filter, for a file; logs the export, which names people (R-L25-15). */
    @Transactional
    public Iterator<GrantApplicationRow> takeOut(GrantApplicationFilter filter, String format) {
        exports.record(format, list.count(filter).atLeast(), filter.state() != null);
        return list.iterateAll(filter, "");
    }

    /** The latest applications in answer to a call. */
    public List<GrantApplicationRow> findByCall(GrantCallId call, int limit) {
        return list.findSlice(ListRequest.first(new GrantApplicationFilter(null, call), limit))
                .rows();
    }

    /** The questions of an application, in order. */
    public List<AnswerRow> findAnswers(GrantApplicationId application) {
        return db.sql("""
                        SELECT a.id, a.question, a.most, a.unit, w.display_name AS writer_name, a.body
                        FROM resources.grant_answer a LEFT JOIN directory.people_person_name w ON w.id = a.writer
                        WHERE a.application = ? ORDER BY a.position, a.id
                        """)
                .param(application.value())
                .query(RecordMapper.of(AnswerRow.class))
                .list();
    }

    /** The agreement that an application opened; empty until the funder accepts. */
    public Optional<AgreementId> findAgreement(GrantApplicationId application) {
        return db.sql("SELECT agreement FROM resources.grant_application WHERE id = ? AND agreement IS NOT NULL")
                .param(application.value())
                .query((row, n) -> new AgreementId(row.getObject("agreement", UUID.class)))
                .optional();
    }

    /** The application that opened an agreement; empty if none did. */
    public Optional<GrantApplicationId> findByAgreement(AgreementId agreement) {
        return db.sql("SELECT id FROM resources.grant_application WHERE agreement = ? ORDER BY id LIMIT 1")
                .param(agreement.value())
                .query((row, n) -> new GrantApplicationId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The budget of an application, in order. */
    public List<RequestedLine> findBudget(GrantApplicationId application) {
        return db.sql("""
                        SELECT label, requested, other FROM resources.grant_application_line
                        WHERE application = ? ORDER BY position
                        """)
                .param(application.value())
                .query(RecordMapper.of(RequestedLine.class))
                .list();
    }

    private record PastQuestion(UUID id, String question) {}

    /** Answers that other applications gave to like questions, the most like first. */
    public List<PastAnswer> findPastAnswers(GrantAnswer answer) {
        List<PastQuestion> past = db.sql("""
                        SELECT id, question FROM resources.grant_answer
                        WHERE application <> :application AND body <> '' ORDER BY id DESC LIMIT :compared
                        """)
                .param("application", answer.application().value())
                .param("compared", COMPARED)
                .query(RecordMapper.of(PastQuestion.class))
                .list();
        List<UUID> nearest = new TrigramIndex(
                        past.stream().map(PastQuestion::question).toList())
                .find(answer.content().question(), SIMILAR, NEAREST).stream()
                        .map(SimilarText::position)
                        .map(position -> past.get(position).id())
                        .toList();
        return db.sql("""
                        SELECT a.id, a.application, p.title, p.state, a.question, a.body
                        FROM resources.grant_answer a JOIN resources.grant_application p ON p.id = a.application
                        WHERE a.id = ANY (:ids) ORDER BY array_position(:ids, a.id)
                        """)
                .param("ids", nearest.toArray(UUID[]::new))
                .query(RecordMapper.of(PastAnswer.class))
                .list();
    }

    /** An answer as it was when its form was opened. */
    public OpenedRow findOpenedAnswer(GrantAnswerId id, int version) {
        return audit.findOpened(GrantAnswer.TABLE, id.value(), version);
    }

    /** The latest changes of an answer, the newest first. */
    public List<AuditEntry> answerChanges(GrantAnswerId id) {
        return audit.findByRow(GrantAnswer.TABLE, id.value(), CHANGES);
    }

    /** The latest changes of an application, the newest first. */
    public List<AuditEntry> changes(GrantApplicationId id) {
        return audit.findByRow(GrantApplication.TABLE, id.value(), CHANGES);
    }
}
