package org.convergence.plan.volunteering.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.volunteering.SignUpId;
import org.convergence.plan.volunteering.VolunteerTaskId;
import org.convergence.plan.volunteering.VolunteeringPermissions;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads offered tasks, and the people who took them. */
@Service
@Transactional(readOnly = true)
@Requires(VolunteeringPermissions.READ)
public class VolunteeringQueries {

    private static final int MOST = 300;

    private static final String TASKS = """
            SELECT k.id, k.version, k.what, k.detail, k.hours, k.due_on, k.places, k.line, k.responsible, k.realisation, k.done_on,
                   k.closed_on, count(s.id) FILTER (WHERE s.state <> 'RELEASED') AS taken,
                   count(s.id) FILTER (WHERE s.state = 'DONE') AS done, coalesce(sum(s.hours), 0) AS spent
            FROM plan.volunteering_task k LEFT JOIN plan.volunteering_sign_up s ON s.task = k.id
            """;

    private final JdbcClient db;
    private final VolunteeringLetterSender letters;
    private final OrganisationSettings settings;

    VolunteeringQueries(JdbcClient db, VolunteeringLetterSender letters, OrganisationSettings settings) {
        this.db = db;
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * A task.
     *
     * @param hours foreseen for each person
     * @param line the line of the plan that it serves
     * @param responsible the member of the team in charge
     * @param realisation of what was done
     * @param doneOn its day
     * @param closedOn since when nobody may take it
     * @param taken places taken, also by those who have done it
     * @param done people who have done it
     * @param spent their hours
     */
    public record VolunteerTask(
            VolunteerTaskId id,
            int version,
            String what,
            String detail,
            @Nullable BigDecimal hours,
            LocalDate dueOn,
            int places,
            @Nullable ActionId line,
            @Nullable PersonId responsible,
            @Nullable RealisationId realisation,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate closedOn,
            int taken,
            int done,
            BigDecimal spent) {

        /** Whether someone may take a place on a day. */
        public boolean isOpen(LocalDate today) {
            return closedOn == null && taken < places && !dueOn.isBefore(today);
        }
    }

    /**
     * A person who took a task.
     *
     * @param name {@code null} once erased
     * @param mail {@code null} if told by word of mouth, or erased
     * @param hours as spent; {@code null} until it is done
     */
    public record SignUp(
            SignUpId id,
            int version,
            @Nullable String name,
            @Nullable String mail,
            Instant takenAt,
            SignUpState state,
            @Nullable BigDecimal hours) {}

    /** All tasks: those to come first, the earliest first; then those of the past, the latest first. */
    public List<VolunteerTask> findAll() {
        return db.sql(TASKS + """
                        GROUP BY k.id ORDER BY k.due_on < :today, abs(k.due_on - CAST(:today AS date)), k.id LIMIT %d
                        """.formatted(MOST))
                .param("today", settings.today())
                .query(RecordMapper.of(VolunteerTask.class))
                .list();
    }

    /** The tasks offered for a line of the plan, the latest first. */
    public List<VolunteerTask> findByLine(ActionId line) {
        return db.sql(TASKS + "WHERE k.line = ? GROUP BY k.id ORDER BY k.due_on DESC, k.id LIMIT 20")
                .param(line.value())
                .query(RecordMapper.of(VolunteerTask.class))
                .list();
    }

    /** The tasks whose title or description holds these words. */
    public List<VolunteerTask> search(String words, int limit) {
        return db.sql(TASKS + """
                        WHERE k.search_form LIKE '%' || platform.fold(?) || '%'
                        GROUP BY k.id ORDER BY k.due_on DESC, k.id LIMIT ?
                        """)
                .params(words, limit)
                .query(RecordMapper.of(VolunteerTask.class))
                .list();
    }

    /** @throws NotFound if there is no such task */
    @Open("the link of a task is made to be passed on")
    public VolunteerTask findById(VolunteerTaskId id) {
        return db.sql(TASKS + "WHERE k.id = ? GROUP BY k.id")
                .param(id.value())
                .query(RecordMapper.of(VolunteerTask.class))
                .optional()
                .orElseThrow(() -> new NotFound("task"));
    }

    /** The people who took a task, in the order in which they did. */
    @Requires(VolunteeringPermissions.READ_SIGN_UPS)
    public List<SignUp> findSignUps(VolunteerTaskId id) {
        return db.sql("""
                        SELECT id, version, name, mail, taken_at, state, hours FROM plan.volunteering_sign_up
                        WHERE task = ? ORDER BY state = 'RELEASED', taken_at, id LIMIT %d
                        """.formatted(MOST))
                .param(id.value())
                .query(RecordMapper.of(SignUp.class))
                .list();
    }

    /** The letter that confirms a task to each person who took it by the link. */
    @Requires(VolunteeringPermissions.READ_SIGN_UPS)
    public Map<UUID, LetterStatus> findLetters(List<SignUp> signUps) {
        return letters.findStatuses(signUps.stream().map(SignUp::id).toList());
    }
}
