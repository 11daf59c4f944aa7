package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.ReturnActivityState;
import org.convergence.education.internship.domain.ReturnActivity.ReturnFacts;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Return activities: planned, held with the people reached, or waived. Each is a realisation of the plan, known by its
 * source, so that recording it twice counts once; it names no intern.
 */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class ReturnActivityService {

    /** Activities of one intern. */
    static final int MOST = 30;

    private static final String ACTIVITIES = """
            SELECT r.id, r.version, r.call, r.application AS file, r.title, r.kind, r.planned_on, r.state, r.people,
                   -- A candidate types the union: its exact name counts as the union itself.
                   coalesce(a.organisation, (
                       SELECT (array_agg(o.id))[1] FROM directory.people_organisation_name o
                       WHERE platform.fold(a.typed_union) IN (platform.fold(o.name), platform.fold(o.short_name))
                       HAVING count(*) = 1)) AS organisation
            FROM education.internship_return r LEFT JOIN education.internship_application a ON a.id = r.application
            """;

    private final JdbcClient db;
    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final RealisationRecorder realisations;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    ReturnActivityService(
            JdbcClient db,
            InternshipCallRepository calls,
            InternshipFileRepository files,
            RealisationRecorder realisations,
            RecipientWords words,
            OrganisationSettings settings) {
        this.db = db;
        this.calls = calls;
        this.files = files;
        this.realisations = realisations;
        this.words = words;
        this.settings = settings;
    }

    /** What a cohort did on return; those of erased interns count. */
    public record ReturnTotals(int planned, int held, int waived, int people) {}

    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ)
    public ReturnTotals findTotals(InternshipCallId call) {
        return db.sql("""
                        SELECT count(*) FILTER (WHERE state = 'PLANNED')::integer AS planned,
                               count(*) FILTER (WHERE state = 'HELD')::integer AS held,
                               count(*) FILTER (WHERE state = 'WAIVED')::integer AS waived,
                               coalesce(sum(people), 0)::integer AS people
                        FROM education.internship_return WHERE call = ?
                        """)
                .param(call.value())
                .query(RecordMapper.of(ReturnTotals.class))
                .single();
    }

    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ_NAMES)
    public List<ReturnActivity> findByFile(InternshipFileId file) {
        return db.sql(ACTIVITIES + "WHERE r.application = ? ORDER BY r.planned_on, r.id LIMIT " + MOST)
                .param(file.value())
                .query(RecordMapper.of(ReturnActivity.class))
                .list();
    }

    /**
     * Plans an activity, or records that it was held.
     *
     * @param id {@code null} for a new one
     * @throws NotFound if it is another intern's
     * @throws Refused if it was held in the future, is waived, or the intern has too many
     */
    @Transactional(label = "internship.return")
    public UUID save(InternshipFileId intern, @Nullable UUID id, ReturnFacts facts) {
        InternshipFile file = files.lock(intern);
        if (file.state() != InternshipFileState.CHOSEN) {
            throw new NotFound("internship");
        }
        LocalDate today = settings.today();
        if (facts.people() != null && facts.on().isAfter(today)) {
            throw new Refused("public.internship.refused.future");
        }
        UUID activity = id == null ? Ids.next() : id;
        if (id == null) {
            if (findByFile(intern).size() >= MOST) {
                throw new Refused("public.internship.refused.many", MOST);
            }
            db.sql("""
                            INSERT INTO education.internship_return (id, call, application, title, kind, planned_on, state)
                            VALUES (?, ?, ?, ?, ?, ?, 'PLANNED')
                            """)
                    .params(
                            activity,
                            file.call().value(),
                            intern.value(),
                            facts.title(),
                            facts.kind().name(),
                            facts.on())
                    .update();
        } else if (requireOwn(intern, id).state() == ReturnActivityState.WAIVED) {
            throw new Refused("public.internship.refused.waived");
        }
        db.sql("""
                        UPDATE education.internship_return SET version = version + 1, title = :title, kind = :kind,
                            planned_on = :on, state = :state, people = CAST(:people AS integer)
                        WHERE id = :id
                        """)
                .param("title", facts.title())
                .param("kind", facts.kind().name())
                .param("on", facts.on())
                .param("state", facts.people() == null ? "PLANNED" : "HELD")
                .param("people", facts.people())
                .param("id", activity)
                .update();
        record(requireOwn(intern, activity));
        return activity;
    }

    /** Waives an activity: it counts as done, and is no realisation. */
    @Transactional(label = "internship.waive")
    public void waive(InternshipFileId intern, UUID id) {
        files.lock(intern);
        ReturnActivity activity = requireOwn(intern, id);
        if (activity.state() != ReturnActivityState.PLANNED) {
            throw new Refused("internship.refused.held");
        }
        db.sql("UPDATE education.internship_return SET version = version + 1, state = 'WAIVED' WHERE id = ?")
                .param(id)
                .update();
        realisations.withdraw(source(activity));
    }

    private ReturnActivity requireOwn(InternshipFileId intern, UUID id) {
        return db.sql(ACTIVITIES + "WHERE r.id = ? AND r.application = ?")
                .params(id, intern.value())
                .query(RecordMapper.of(ReturnActivity.class))
                .optional()
                .orElseThrow(() -> new NotFound("internship"));
    }

    private static RealisationSource source(ReturnActivity activity) {
        return new RealisationSource(
                "education.internship",
                "return",
                activity.id().toString(),
                "/education/internship/" + activity.call().value());
    }

    private void record(ReturnActivity activity) {
        InternshipCall call = calls.findById(activity.call());
        boolean isHeld = activity.state() == ReturnActivityState.HELD;
        realisations.record(new RecordRealisationCommand(
                isHeld ? RealisationState.DONE : RealisationState.PLANNED,
                new RealisationDetails(
                        TextShortener.shorten(
                                words.forOrganisation().say("internship.realisation", activity.title()),
                                RealisationDetails.LONGEST_TITLE),
                        activity.kind(),
                        DayRange.on(activity.plannedOn()),
                        null,
                        activity.people() == null ? null : Participations.of(activity.people()),
                        activity.organisation() == null ? Set.of() : Set.of(activity.organisation())),
                Amounts.UNKNOWN,
                PlanAttribution.ofLine(call.action(), "", List.of()),
                source(activity),
                true));
    }
}
