package org.convergence.plan.volunteering.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.plan.volunteering.SignUpId;
import org.convergence.plan.volunteering.VolunteerTaskId;
import org.convergence.plan.volunteering.VolunteeringPermissions;
import org.convergence.plan.volunteering.domain.VolunteeringQueries.VolunteerTask;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers tasks, lets people take them, and records what they did: one realisation for each task. */
@Service
@Transactional
@Requires(VolunteeringPermissions.OFFER)
public class VolunteeringService {

    static final String TASKS = "plan.volunteering_task";
    static final String SIGN_UPS = "plan.volunteering_sign_up";

    /** How long a form sent a second time is taken for the same. */
    private static final Duration SENT_TWICE = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final VolunteeringQueries queries;
    private final ActionPlans plans;
    private final RealisationRecorder realisations;
    private final VolunteeringLetterSender letters;
    private final OrganisationSettings settings;
    private final Clock clock;

    VolunteeringService(
            JdbcClient db,
            VolunteeringQueries queries,
            ActionPlans plans,
            RealisationRecorder realisations,
            VolunteeringLetterSender letters,
            OrganisationSettings settings,
            Clock clock) {
        this.db = db;
        this.queries = queries;
        this.plans = plans;
        this.realisations = realisations;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is offered.
     *
     * @param what 1 to 200 characters
     * @param detail at most 2,000 characters; may be empty
     * @param hours foreseen for each person
     * @param places for how many people, 1 to 50
     */
    public record VolunteerTaskFacts(
            String what,
            String detail,
            @Nullable BigDecimal hours,
            LocalDate dueOn,
            int places,
            @Nullable ActionId line,
            @Nullable PersonId responsible) {}

    /**
     * @param id {@code null} for a new task
     * @throws Refused if more people took it than there would be places, or its line changes after it was done: the
     *     realisation has the line since then
     */
    @Transactional(label = "volunteering.save")
    public VolunteerTaskId save(@Nullable VolunteerTaskId id, int version, VolunteerTaskFacts facts) {
        VolunteerTask before = id == null ? null : lock(id);
        if (before != null && before.taken() > facts.places()) {
            throw new Refused("volunteering.refused.places");
        }
        if (before != null && before.done() > 0 && !Objects.equals(before.line(), facts.line())) {
            throw new Refused("volunteering.refused.line");
        }
        VolunteerTaskId saved =
                new VolunteerTaskId(VersionedRow.save(db, TASKS, id, version, VersionedRow.values(facts)));
        if (before != null && before.done() > 0) {
            record(queries.findById(saved));
        }
        return saved;
    }

    /** Ends an offer, or opens it again; those who took it are not told. */
    @Transactional(label = "volunteering.close")
    public void close(VolunteerTaskId id, boolean closed) {
        lock(id);
        db.sql("UPDATE plan.volunteering_task SET closed_on = CAST(:day AS date), version = version + 1 WHERE id = :id")
                .param("day", closed ? settings.today() : null)
                .param("id", id.value())
                .update();
    }

    /**
     * Takes a place by the link. Sending the form twice with one address takes one place.
     *
     * @param t in which the confirmation is written
     * @throws Refused if no place is left, the offer has ended, or the address gave its place back
     */
    @Open("anyone who has the link may take the task")
    @Transactional(label = "volunteering.take")
    public void take(VolunteerTaskId id, String name, String mail, Words t) {
        VolunteerTask task = lock(id);
        List<SignUpState> known = db.sql("""
                        SELECT state FROM plan.volunteering_sign_up WHERE task = :task AND lower(mail) = lower(:mail)
                          AND (taken_at > :recent OR :open)
                        """)
                .param("task", id.value())
                .param("mail", mail)
                .param("recent", SqlTime.at(clock.instant().minus(SENT_TWICE)))
                // Once no place is left, a stranger must not learn which addresses took one.
                .param("open", task.isOpen(settings.today()))
                .query(SignUpState.class)
                .list();
        if (known.contains(SignUpState.TAKEN)) {
            return;
        }
        if (!known.isEmpty() || !task.isOpen(settings.today())) {
            throw new Refused("public.volunteering.refused.taken");
        }
        letters.confirm(addSignUp(task, name, mail, t.language().code()), mail, t);
    }

    /** Notes that someone takes a place, or took one, as said by word of mouth. */
    @Transactional(label = "volunteering.take")
    public void note(VolunteerTaskId id, String name) {
        VolunteerTask task = lock(id);
        if (task.taken() >= task.places()) {
            throw new Refused("volunteering.refused.taken");
        }
        addSignUp(task, name, null, null);
    }

    private UUID addSignUp(VolunteerTask task, String name, @Nullable String mail, @Nullable String language) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO plan.volunteering_sign_up (id, task, name, mail, language, taken_at)
                        VALUES (:id, :task, :name, :mail, :language, :now)
                        """)
                .param("id", id)
                .param("language", language)
                .param("task", task.id().value())
                .param("name", name)
                .param("mail", mail)
                .param("now", SqlTime.now(clock))
                .update();
        return id;
    }

    /**
     * Notes that a person has done the task: the realisation of the task holds the hours of all.
     *
     * @param hours more than 0, at most 200
     * @throws Refused if another user just changed what became of it
     */
    @Transactional(label = "volunteering.complete")
    public void complete(VolunteerTaskId task, SignUpId signUp, BigDecimal hours) {
        change(task, signUp, "state = 'TAKEN'", SignUpState.DONE, hours);
        record(queries.findById(task));
    }

    /**
     * Notes that a person cannot do it: the place is free again.
     *
     * @throws Refused if another user just changed what became of it
     */
    @Transactional(label = "volunteering.release")
    public void release(VolunteerTaskId task, SignUpId signUp) {
        change(task, signUp, "state = 'TAKEN'", SignUpState.RELEASED, null);
    }

    /**
     * Takes back {@link #complete} or {@link #release}.
     *
     * @param reason why the realisation is withdrawn, if nobody has done the task any longer
     * @throws Refused if the place was taken meanwhile
     */
    @Transactional(label = "volunteering.reopen")
    public void reopen(VolunteerTaskId id, SignUpId signUp, String reason) {
        change(id, signUp, "state <> 'TAKEN'", SignUpState.TAKEN, null);
        VolunteerTask task = queries.findById(id);
        if (task.taken() > task.places()) {
            throw new Refused("volunteering.refused.taken");
        }
        if (task.done() > 0) {
            record(task);
        } else if (task.realisation() != null) {
            realisations.withdraw(source(id), reason);
            setRealisation(id, null, null);
        }
    }

    private void change(
            VolunteerTaskId id, SignUpId signUp, String expected, SignUpState state, @Nullable BigDecimal hours) {
        lock(id);
        int changed = db.sql(
                        "UPDATE plan.volunteering_sign_up SET state = :state, hours = :hours, version = version + 1"
                                + " WHERE id = :id AND task = :task AND " + expected)
                .param("state", state.name())
                .param("hours", hours)
                .param("id", signUp.value())
                .param("task", id.value())
                .update();
        if (changed == 0) {
            throw new Refused("volunteering.refused.changed");
        }
        letters.withholdUntrue(List.of(signUp.value()));
    }

    /** Writes the realisation of a task that at least one person has done. Its day stays that of the first of them. */
    private void record(VolunteerTask task) {
        LocalDate today = settings.today();
        LocalDate day = task.doneOn() != null ? task.doneOn() : task.dueOn().isAfter(today) ? today : task.dueOn();
        RealisationDetails details =
                new RealisationDetails(task.what(), RealisationKind.OTHER, DayRange.on(day), null, null, Set.of());
        // Zero hours of staff, so that nobody is offered the volunteers' hours as her own.
        Amounts amounts = new Amounts(BigDecimal.ZERO, task.spent(), null);
        RealisationId realisation = realisations.record(
                RecordRealisationCommand.done(source(task.id()), details, amounts, attribution(task)));
        setRealisation(task.id(), realisation.value(), day);
    }

    private void setRealisation(VolunteerTaskId id, @Nullable UUID realisation, @Nullable LocalDate day) {
        db.sql("""
                        UPDATE plan.volunteering_task SET realisation = CAST(:realisation AS uuid), done_on = CAST(:day AS date),
                               version = version + 1
                        WHERE id = :id AND realisation IS DISTINCT FROM CAST(:realisation AS uuid)
                        """)
                .param("realisation", realisation)
                .param("day", day)
                .param("id", id.value())
                .update();
    }

    private static RealisationSource source(VolunteerTaskId id) {
        return new RealisationSource(
                "plan.volunteering", "task", id.value().toString(), "/plan/volunteering/" + id.value());
    }

    private PlanAttribution attribution(VolunteerTask task) {
        ActionId line = task.line();
        return new PlanAttribution(
                line == null ? Set.of() : plans.findLinesById(List.of(line)).keySet(), "", List.of());
    }

    /** The task, while two people may take its last place. */
    private VolunteerTask lock(VolunteerTaskId id) {
        db.sql("SELECT id FROM plan.volunteering_task WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional();
        return queries.findById(id);
    }
}
