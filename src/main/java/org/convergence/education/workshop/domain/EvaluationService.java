package org.convergence.education.workshop.domain;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.education.workshop.domain.WorkshopSession.RaisedHands;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Anonymous evaluations of sessions (R-EDU-3). An answer has a random id, no time and no history; it names no one. When
 * an evaluation closes, its answers are rewritten in random order under new ids; only then are they read.
 */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class EvaluationService {

    private static final List<String> QUESTIONS = List.of("learned", "useful", "recommend");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Actor ANONYMOUS = Actor.system("workshop evaluation");

    private final WorkshopSessionRepository repository;
    private final WorkshopRepository workshops;
    private final JdbcClient db;
    private final OrganisationSettings settings;

    EvaluationService(
            WorkshopSessionRepository repository,
            WorkshopRepository workshops,
            JdbcClient db,
            OrganisationSettings settings) {
        this.repository = repository;
        this.workshops = workshops;
        this.db = db;
        this.settings = settings;
    }

    /** An answer to a question. */
    public enum EvaluationVerdict {
        YES,
        SOMEWHAT,
        NO
    }

    /** The answers of a participant, each optional. */
    public record EvaluationAnswers(
            @Nullable EvaluationVerdict learned,
            @Nullable EvaluationVerdict useful,
            @Nullable EvaluationVerdict recommend) {}

    /**
     * The form of a session.
     *
     * @param isOpen whether answers are taken: from its day on, for a week or until it is closed
     */
    public record EvaluationInvitation(String workshop, LocalDate day, boolean isOpen) {}

    /** @throws NotFound if there is no such session, or it does not take place */
    @Open("participants answer without an account")
    @Transactional(readOnly = true)
    public EvaluationInvitation open(WorkshopSessionId id) {
        WorkshopSession session = repository
                .findById(id.value())
                .filter(it -> it.state() == WorkshopSessionState.PLANNED || it.state() == WorkshopSessionState.HELD)
                .orElseThrow(() -> new NotFound("session"));
        return new EvaluationInvitation(
                workshops.findById(session.workshop().value()).orElseThrow().title(),
                session.day(),
                session.closedOn() == null && EvaluationPolicy.isOpen(session.day(), settings.today()));
    }

    /**
     * Takes an answer.
     *
     * @throws Refused if the evaluation is closed or not open yet, or nothing is answered
     */
    @Open("participants answer without an account")
    public void answer(WorkshopSessionId id, EvaluationAnswers answers) {
        if (answers.learned() == null && answers.useful() == null && answers.recommend() == null) {
            throw new Refused("public.workshop.evaluation.blank");
        }
        // Closing waits for answers under way.
        db.sql("SELECT id FROM education.workshop_session WHERE id = ? FOR SHARE")
                .param(id.value())
                .query(UUID.class)
                .optional();
        if (!open(id).isOpen()) {
            throw new Refused("public.workshop.evaluation.closed");
        }
        take(id, answers);
    }

    /**
     * Takes an answer given on paper within the week, which may be typed later.
     *
     * @throws Refused if the evaluation was closed
     */
    @Transactional(label = "workshop.paper-answer")
    public void answerOnPaper(WorkshopSessionId id, EvaluationAnswers answers) {
        if (repository
                        .findById(id.value())
                        .orElseThrow(() -> new NotFound("session"))
                        .closedOn()
                != null) {
            throw new Refused("workshop.refused.closed");
        }
        take(id, answers);
    }

    private void take(WorkshopSessionId id, EvaluationAnswers answers) {
        CurrentActor.runAs(ANONYMOUS, () -> insert("education.workshop_open_answer", id.value(), answers));
    }

    private void insert(String table, UUID session, EvaluationAnswers answers) {
        db.sql(
                        "INSERT INTO " + table
                                + " (id, session, learned, useful, recommend) VALUES (:id, :session, :learned, :useful, :recommend)")
                .param("id", UUID.randomUUID())
                .param("session", session)
                .param("learned", name(answers.learned()))
                .param("useful", name(answers.useful()))
                .param("recommend", name(answers.recommend()))
                .update();
    }

    private static @Nullable String name(@Nullable EvaluationVerdict verdict) {
        return verdict == null ? null : verdict.name();
    }

    /** Records hands raised for each question. */
    @Transactional(label = "workshop.hands")
    public void setHands(WorkshopSessionId id, int version, RaisedHands hands) {
        WorkshopSession session = repository.findById(id.value()).orElseThrow(() -> new NotFound("session"));
        OptimisticLock.requireSameVersion(WorkshopSession.TABLE, id.value(), version, session.version());
        Integer people = session.people();
        if (people == null || Math.max(hands.learned(), Math.max(hands.useful(), hands.recommend())) > people) {
            throw new Refused("workshop.refused.hands");
        }
        OptimisticLock.save(
                repository, session.withHands(hands), WorkshopSession.TABLE, session.id(), session.version());
    }

    /**
     * Closes an evaluation and shuffles its answers.
     *
     * @return their number
     *
     * @throws Refused if the session was not held, or it is closed already
     */
    @Transactional(label = "workshop.close-evaluation")
    public int close(WorkshopSessionId id) {
        WorkshopSession session = repository.findById(id.value()).orElseThrow(() -> new NotFound("session"));
        if (session.state() != WorkshopSessionState.HELD || session.closedOn() != null) {
            throw new Refused("workshop.refused.closed");
        }
        return close(session);
    }

    private int close(WorkshopSession session) {
        OptimisticLock.save(
                repository, session.closed(settings.today()), WorkshopSession.TABLE, session.id(), session.version());
        List<EvaluationAnswers> answers = new ArrayList<>(db.sql("""
                        DELETE FROM education.workshop_open_answer WHERE session = ? RETURNING learned, useful, recommend
                        """)
                .param(session.id())
                .query(RecordMapper.of(EvaluationAnswers.class))
                .list());
        Collections.shuffle(answers, RANDOM);
        answers.forEach(each -> insert("education.workshop_answer", session.id(), each));
        return answers.size();
    }

    /** Closes evaluations of sessions before a day, also where nobody noted that they were held. */
    @Open("the nightly work, which nobody else can call")
    void closeBefore(LocalDate day) {
        db.sql("""
                        SELECT id FROM education.workshop_session
                        WHERE state IN ('PLANNED', 'HELD') AND closed_on IS NULL AND day < ?
                        """)
                .param(day)
                .query(UUID.class)
                .list()
                .forEach(id -> repository.findById(id).ifPresent(this::close));
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
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public EvaluationResult findBySession(WorkshopSessionId id) {
        return find("s.id", id.value());
    }

    /** The evaluations of the sessions of a workshop that are shown, together. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public EvaluationResult findByWorkshop(WorkshopId id) {
        return find("s.workshop", id.value());
    }

    /** How many answers an open evaluation has; {@code null} below five. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public @Nullable Integer countOpen(WorkshopSessionId id) {
        int count = db.sql("SELECT count(*) FROM education.workshop_open_answer WHERE session = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
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
                groups.size() - shown.size(),
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
}
