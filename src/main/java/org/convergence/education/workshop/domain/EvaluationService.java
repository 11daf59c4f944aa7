package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.UUID;
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
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Anonymous evaluations of sessions (R-EDU-3). An answer has a random id, no time and no history; it names no one. Each
 * new answer, and the closing, rewrite the answers of a session in random order under new ids; once closed, they are
 * read, if there are five. Fewer would never be shown, and are destroyed. Also what facilitators note.
 */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class EvaluationService {

    private static final Actor ANONYMOUS = Actor.system("workshop evaluation");

    /**
     * Deletes the open answers of a session and inserts them in random order, since the order of rows on disk is that of
     * insertion.
     */
    private static final String SHUFFLED = """
            WITH open AS (DELETE FROM education.workshop_open_answer WHERE session = :session
                          RETURNING learned, useful, recommend)
            INSERT INTO education.%s (id, session, learned, useful, recommend)
            SELECT gen_random_uuid(), :session, learned, useful, recommend FROM (%s) AS answers ORDER BY gen_random_uuid()
            """;

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
        WorkshopSession session = findTakingPlace(id);
        return new EvaluationInvitation(
                workshops.findById(session.workshop().value()).orElseThrow().title(),
                session.day(),
                session.closedOn() == null && EvaluationPolicy.isOpen(session.day(), settings.today()));
    }

    private WorkshopSession findTakingPlace(WorkshopSessionId id) {
        return repository
                .findById(id.value())
                .filter(it -> it.state() == WorkshopSessionState.PLANNED || it.state() == WorkshopSessionState.HELD)
                .orElseThrow(() -> new NotFound("session"));
    }

    /**
     * Takes an answer.
     *
     * @throws Refused if the evaluation is closed or not open yet, or nothing is answered
     */
    @Open("participants answer without an account")
    public void answer(WorkshopSessionId id, EvaluationAnswers answers) {
        lock(id);
        if (!open(id).isOpen()) {
            throw new Refused("public.workshop.evaluation.closed");
        }
        take(id, answers);
    }

    /**
     * Takes an answer given on paper within the week, which may be typed later.
     *
     * @throws NotFound if the session does not take place
     * @throws Refused if the evaluation was closed, its day is to come, or nothing is answered
     */
    @Transactional(label = "workshop.paper-answer")
    public void answerOnPaper(WorkshopSessionId id, EvaluationAnswers answers) {
        lock(id);
        WorkshopSession session = findTakingPlace(id);
        if (session.closedOn() != null) {
            throw new Refused("workshop.refused.closed");
        }
        if (session.day().isAfter(settings.today())) {
            throw new Refused("workshop.refused.early", session.day());
        }
        take(id, answers);
    }

    private WorkshopSession findById(WorkshopSessionId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("session"));
    }

    /** Answers of a session come one after the other, and its closing waits for them. */
    private void lock(WorkshopSessionId id) {
        db.sql("SELECT id FROM education.workshop_session WHERE id = ? FOR NO KEY UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional();
    }

    private void take(WorkshopSessionId id, EvaluationAnswers answers) {
        if (answers.learned() == null && answers.useful() == null && answers.recommend() == null) {
            throw new Refused("public.workshop.evaluation.blank");
        }
        String added = """
                SELECT * FROM open
                UNION ALL SELECT CAST(:learned AS text), CAST(:useful AS text), CAST(:recommend AS text)
                """;
        CurrentActor.runAs(
                ANONYMOUS,
                () -> db.sql(SHUFFLED.formatted("workshop_open_answer", added))
                        .param("session", id.value())
                        .param("learned", name(answers.learned()))
                        .param("useful", name(answers.useful()))
                        .param("recommend", name(answers.recommend()))
                        .update());
    }

    private static @Nullable String name(@Nullable EvaluationVerdict verdict) {
        return verdict == null ? null : verdict.name();
    }

    /** Records hands raised for each question. */
    @Transactional(label = "workshop.hands")
    public void setHands(WorkshopSessionId id, int version, RaisedHands hands) {
        WorkshopSession session = findById(id);
        OptimisticLock.requireSameVersion(WorkshopSession.TABLE, id.value(), version, session.version());
        Integer people = session.people();
        if (people == null || Math.max(hands.learned(), Math.max(hands.useful(), hands.recommend())) > people) {
            throw new Refused("workshop.refused.hands");
        }
        save(session, session.withHands(hands));
    }

    /** Writes down what facilitators note for the next version. */
    @Transactional(label = "workshop.notes")
    public void setNotes(WorkshopSessionId id, int version, String notes) {
        WorkshopSession session = findById(id);
        OptimisticLock.requireSameVersion(WorkshopSession.TABLE, id.value(), version, session.version());
        save(session, session.withNotes(notes));
    }

    private void save(WorkshopSession before, WorkshopSession after) {
        OptimisticLock.save(repository, after, WorkshopSession.TABLE, before.id(), before.version());
    }

    /**
     * Closes an evaluation and shuffles its answers; fewer than five are destroyed.
     *
     * @return their number
     *
     * @throws Refused if the session was not held, or it is closed already
     */
    @Transactional(label = "workshop.close-evaluation")
    public int close(WorkshopSessionId id) {
        WorkshopSession session = findById(id);
        if (session.state() != WorkshopSessionState.HELD || session.closedOn() != null) {
            throw new Refused("workshop.refused.closed");
        }
        return close(session);
    }

    private int close(WorkshopSession session) {
        lock(session.typedId());
        int answers = db.sql("SELECT count(*) FROM education.workshop_open_answer WHERE session = ?")
                .param(session.id())
                .query(Integer.class)
                .single();
        boolean isShown = EvaluationPolicy.isShown(answers);
        save(session, session.closed(settings.today(), answers > 0 && !isShown));
        db.sql(SHUFFLED.formatted("workshop_answer", "SELECT * FROM open" + (isShown ? "" : " WHERE false")))
                .param("session", session.id())
                .update();
        return answers;
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
}
