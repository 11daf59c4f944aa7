package org.convergence.plan.volunteering.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
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
     * @throws Refused if more people took it than there would be places
     */
    @Transactional(label = "volunteering.save")
    public VolunteerTaskId save(@Nullable VolunteerTaskId id, int version, VolunteerTaskFacts facts) {
        if (id != null && lock(id).taken() > facts.places()) {
            throw new Refused("volunteering.refused.places");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("what", facts.what());
        values.put("detail", facts.detail());
        values.put("hours", facts.hours());
        values.put("due_on", facts.dueOn());
        values.put("places", facts.places());
        values.put("line", facts.line());
        values.put("responsible", facts.responsible());
        return new VolunteerTaskId(VersionedRow.save(db, TASKS, id == null ? null : id.value(), version, values));
    }

    /** Ends an offer, or opens it again; those who took it are not told. */
    @Transactional(label = "volunteering.close")
    public void close(VolunteerTaskId id, boolean closed) {
        lock(id);
        db.sql("UPDATE plan.volunteering_task SET closed_on = ?, version = version + 1 WHERE id = ?")
                .params(closed ? settings.today() : null, id.value())
                .update();
    }

    /**
     * Takes a place by the link. Sending the form twice with one address takes one place.
     *
     * @param t in which the confirmation is written
     * @throws Refused if no place is left, or the offer has ended
     */
    @Open("anyone who has the link may take the task")
    @Transactional(label = "volunteering.take")
    public void take(VolunteerTaskId id, String name, String mail, Words t) {
        VolunteerTask task = lock(id);
        boolean known =
                db.sql("""
                        SELECT EXISTS (SELECT FROM plan.volunteering_sign_up
                                        WHERE task = ? AND lower(mail) = lower(?) AND state <> 'RELEASED')
                        """).params(id.value(), mail).query(Boolean.class).single();
        if (known) {
            return;
        }
        if (!task.isOpen(settings.today())) {
            throw new Refused("public.volunteering.refused.taken");
        }
        addSignUp(task, name, mail);
        letters.confirm(task, mail, t);
    }

    /** Notes that someone takes a place, or took one, as said by word of mouth. */
    @Transactional(label = "volunteering.take")
    public void note(VolunteerTaskId id, String name) {
        VolunteerTask task = lock(id);
        if (task.taken() >= task.places()) {
            throw new Refused("volunteering.refused.taken");
        }
        addSignUp(task, name, null);
    }

    private void addSignUp(VolunteerTask task, String name, @Nullable String mail) {
        db.sql("INSERT INTO plan.volunteering_sign_up (id, task, name, mail, taken_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        task.id().value(),
                        name,
                        mail,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Notes that a person has done the task: the realisation of the task holds the hours of all.
     *
     * @param hours more than 0, at most 200
     */
    @Transactional(label = "volunteering.complete")
    public void complete(VolunteerTaskId task, SignUpId signUp, BigDecimal hours) {
        change(task, signUp, SignUpState.DONE, hours);
    }

    /** Notes that a person cannot do it: the place is free again. */
    @Transactional(label = "volunteering.release")
    public void release(VolunteerTaskId task, SignUpId signUp) {
        change(task, signUp, SignUpState.RELEASED, null);
    }

    /** Takes back {@link #complete} or {@link #release}. */
    @Transactional(label = "volunteering.take")
    public void reopen(VolunteerTaskId task, SignUpId signUp) {
        change(task, signUp, SignUpState.TAKEN, null);
    }

    private void change(VolunteerTaskId id, SignUpId signUp, SignUpState state, @Nullable BigDecimal hours) {
        lock(id);
        int changed = db.sql("""
                        UPDATE plan.volunteering_sign_up SET state = ?, hours = ?, version = version + 1
                        WHERE id = ? AND task = ?
                        """)
                .params(state.name(), hours, signUp.value(), id.value())
                .update();
        if (changed == 0) {
            throw new NotFound("sign-up");
        }
        VolunteerTask task = queries.findById(id);
        if (task.taken() > task.places()) {
            throw new Refused("volunteering.refused.taken");
        }
        RealisationSource source = new RealisationSource(
                "plan.volunteering", "task", id.value().toString(), "/plan/volunteering/" + id.value());
        RealisationId realisation = null;
        if (task.done() > 0) {
            realisation = realisations.record(
                    RecordRealisationCommand.done(source, details(task), amounts(task), attribution(task)));
        } else {
            realisations.withdraw(source, "–");
        }
        UUID stored = realisation == null ? null : realisation.value();
        db.sql("UPDATE plan.volunteering_task SET realisation = :r, version = version + 1"
                        + " WHERE id = :id AND realisation IS DISTINCT FROM CAST(:r AS uuid)")
                .param("r", stored)
                .param("id", id.value())
                .update();
    }

    private RealisationDetails details(VolunteerTask task) {
        LocalDate today = settings.today();
        return new RealisationDetails(
                task.what(),
                RealisationKind.OTHER,
                DayRange.on(task.dueOn().isAfter(today) ? today : task.dueOn()),
                null,
                null,
                Set.of());
    }

    private static Amounts amounts(VolunteerTask task) {
        return new Amounts(null, task.spent(), null);
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
                .optional()
                .orElseThrow(() -> new NotFound("task"));
        return queries.findById(id);
    }
}
