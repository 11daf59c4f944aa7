package org.convergence.education.workshop.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads evaluations that are closed, as far as they are shown (R-EDU-3). */
@Service
@Transactional(readOnly = true)
@Requires(WorkshopPermissions.READ)
public class EvaluationQueries {

    private static final List<String> QUESTIONS = List.of("learned", "useful", "recommend");

    private final JdbcClient db;

    EvaluationQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * The answers to a question; all {@code null} if fewer than five answered it in each session.
     *
     * @param question {@code learned}, {@code useful} or {@code recommend}
     */
    public record QuestionResult(
            String question,
            @Nullable Integer yes,
            @Nullable Integer somewhat,
            @Nullable Integer no) {}

    /**
     * What is shown of answers.
     *
     * @param hidden whether no session has enough of them
     * @param answers their number, in the sessions that are shown; {@code null} if hidden
     * @param sessions how many sessions are shown
     * @param leftOut how many sessions have too few answers, which count in nothing here
     * @param results empty if hidden
     */
    public record EvaluationResult(
            boolean hidden, @Nullable Integer answers, int sessions, int leftOut, List<QuestionResult> results) {}

    /** The evaluation of a session: hidden until it is closed, and below five answers. */
    public EvaluationResult findBySession(WorkshopSessionId id) {
        return find("s.id", id.value());
    }

    /** The evaluations of the sessions of a workshop that are shown, together. */
    public EvaluationResult findByWorkshop(WorkshopId id) {
        return find("s.workshop", id.value());
    }

    /** How many answers an open evaluation has; {@code null} below five. */
    public @Nullable Integer countOpen(WorkshopSessionId id) {
        int count = count("education.workshop_open_answer WHERE session = ?", id.value());
        return EvaluationPolicy.isShown(count) ? count : null;
    }

    private EvaluationResult find(String column, UUID id) {
        List<Integer> groups =
                db.sql("""
                        SELECT count(*) FROM education.workshop_answer a JOIN education.workshop_session s ON s.id = a.session
                        WHERE %s = ? GROUP BY s.id
                        """.formatted(column)).param(id).query(Integer.class).list();
        List<Integer> shown = groups.stream().filter(EvaluationPolicy::isShown).toList();
        return new EvaluationResult(
                shown.isEmpty(),
                shown.isEmpty()
                        ? null
                        : shown.stream().mapToInt(Integer::intValue).sum(),
                shown.size(),
                count("education.workshop_session s WHERE s.too_few AND %s = ?".formatted(column), id),
                shown.isEmpty() ? List.of() : results(column, id));
    }

    /** Where some left a question blank, it counts only the sessions with five answers to it. */
    private List<QuestionResult> results(String column, UUID id) {
        return QUESTIONS.stream()
                .map(question -> db.sql("""
                                SELECT CAST(:question AS text) AS question, sum(yes) AS yes, sum(somewhat) AS somewhat, sum(no) AS no
                                FROM (SELECT count(*) FILTER (WHERE a.%2$s = 'YES') AS yes,
                                             count(*) FILTER (WHERE a.%2$s = 'SOMEWHAT') AS somewhat,
                                             count(*) FILTER (WHERE a.%2$s = 'NO') AS no
                                      FROM education.workshop_answer a
                                      JOIN education.workshop_session s ON s.id = a.session
                                      WHERE %1$s = :id GROUP BY s.id HAVING count(a.%2$s) >= :least) AS sessions
                                """.formatted(column, question))
                        .param("question", question)
                        .param("least", EvaluationPolicy.LEAST)
                        .param("id", id)
                        .query(RecordMapper.of(QuestionResult.class))
                        .single())
                .toList();
    }

    private int count(String from, UUID id) {
        return db.sql("SELECT count(*) FROM " + from)
                .param(id)
                .query(Integer.class)
                .single();
    }
}
