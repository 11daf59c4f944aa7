package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Passport.PassportFacts;
import org.convergence.outreach.congress.domain.Passport.PassportId;
import org.convergence.outreach.congress.domain.Passport.PassportPath;
import org.convergence.outreach.congress.domain.Passport.PathFacts;
import org.convergence.outreach.congress.domain.Passport.PathState;
import org.convergence.outreach.congress.domain.Passport.StepFacts;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes model resolutions and records their path in each organisation; an adopted one is a realisation. */
@Service
@Transactional
@Requires(CongressPermissions.EDIT)
public class PassportService {

    static final String TABLE = "outreach.congress_passport";
    static final String TEXTS = "outreach.congress_text";
    static final String PATHS = "outreach.congress_path";

    private final JdbcClient db;
    private final PassportQueries queries;
    private final RealisationRecorder realisations;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    PassportService(
            JdbcClient db,
            PassportQueries queries,
            RealisationRecorder realisations,
            PeopleDirectory people,
            OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.realisations = realisations;
        this.people = people;
        this.settings = settings;
    }

    /** @param id {@code null} for a new passport */
    @Transactional(label = "congress.write-passport")
    public PassportId save(@Nullable PassportId id, int version, PassportFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "texts");
        if (id == null) {
            values.put("written_on", settings.today());
        }
        UUID row = VersionedRow.save(db, TABLE, id, version, values);
        db.sql("DELETE FROM outreach.congress_text WHERE passport = ?")
                .param(row)
                .update();
        facts.texts()
                .forEach(each -> db.sql("""
                                INSERT INTO outreach.congress_text (id, passport, language, why, resolved, short_text)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """)
                        .params(Ids.next(), row, each.language(), each.why(), each.resolved(), each.shortText())
                        .update());
        return new PassportId(row);
    }

    /** Opens the path of a resolution in an organisation, as a draft. */
    @Transactional(label = "congress.open-path")
    public UUID addPath(PassportId passport, PathFacts facts) {
        Map<String, @Nullable Object> values = values(facts);
        values.put("passport", passport);
        UUID path = VersionedRow.insert(db, PATHS, values);
        insertStep(path, PathState.DRAFTED, settings.today(), "", null);
        return path;
    }

    private Map<String, @Nullable Object> values(PathFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "organisation", "carrier");
        values.put("organisation", GatheringService.find(people, facts.organisation()));
        values.put("carrier", GatheringService.find(people, facts.carrier()));
        return values;
    }

    @Transactional(label = "congress.change-path")
    public void updatePath(UUID path, int version, PathFacts facts) {
        VersionedRow.save(db, PATHS, path, version, values(facts));
    }

    /**
     * Records a step; once adopted, it is a realisation.
     *
     * @throws Refused if it does not follow from the last one, is in the future, or tabling breaks R-REP-2 or R-REP-3
     */
    @Transactional(label = "congress.record-step")
    public void addStep(UUID id, int version, StepFacts facts) {
        PassportPath path = lock(id);
        OptimisticLock.requireSameVersion(PATHS, id, version, path.version());
        Optional<String> problem = PassportPolicy.problem(path, facts.state(), facts.on(), settings.today());
        if (problem.isPresent()) {
            throw new Refused(problem.get());
        }
        if (path.state() == PathState.DRAFTED) {
            db.sql("UPDATE outreach.congress_step SET happened_on = LEAST(happened_on, ?) WHERE path = ?")
                    .params(facts.on(), id)
                    .update();
        }
        insertStep(id, facts.state(), facts.on(), facts.evidence(), facts.url());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("binds_to", facts.state().isAdopted() ? facts.bindsTo() : path.bindsTo());
        values.put("follow_up_on", facts.state().isAdopted() ? facts.followUpOn() : path.followUpOn());
        VersionedRow.save(db, PATHS, id, version, values);
        if (facts.state().isAdopted()) {
            realisations.record(RecordRealisationCommand.done(
                            source(path),
                            new RealisationDetails(
                                    path.passportTitle(),
                                    RealisationKind.RESOLUTION,
                                    DayRange.on(facts.on()),
                                    null,
                                    null,
                                    Set.of(path.organisation())),
                            Amounts.UNKNOWN,
                            PlanAttribution.ofLine(
                                    path.action(), "", facts.url() == null ? List.of() : List.of(facts.url())))
                    .proposingLine());
        }
    }

    private PassportPath lock(UUID id) {
        db.sql("SELECT 1 FROM outreach.congress_path WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Integer.class)
                .optional();
        return queries.findPath(id);
    }

    private void insertStep(UUID path, PathState state, LocalDate on, String evidence, @Nullable String url) {
        db.sql("""
                        INSERT INTO outreach.congress_step (id, path, number, state, happened_on, evidence, url)
                        VALUES (:id, :path, (SELECT count(*) + 1 FROM outreach.congress_step WHERE path = :path), :state, :on,
                                :evidence, :url)
                        """)
                .param("id", Ids.next())
                .param("path", path)
                .param("state", state.name())
                .param("on", on)
                .param("evidence", evidence)
                .param("url", url)
                .update();
    }

    /** Takes the last step back, which was recorded by mistake; what was adopted is withdrawn. A draft stays. */
    @Transactional(label = "congress.take-step-back")
    public void removeLastStep(UUID id) {
        PassportPath path = lock(id);
        if (path.state() == PathState.DRAFTED) {
            return;
        }
        db.sql("""
                        DELETE FROM outreach.congress_step
                        WHERE path = :path AND number = (SELECT max(number) FROM outreach.congress_step WHERE path = :path)
                        """).param("path", id).update();
        Map<String, @Nullable Object> values = new HashMap<>();
        if (path.state().isAdopted()) {
            values.put("binds_to", null);
            values.put("follow_up_on", null);
            realisations.withdraw(source(path));
        }
        values.put("follow_up", null);
        VersionedRow.save(db, PATHS, id, path.version(), values);
    }

    /**
     * Notes what became of what was adopted.
     *
     * @throws Refused if it is not adopted
     */
    @Transactional(label = "congress.follow-up")
    public void followUp(UUID id, int version, String found, @Nullable LocalDate again) {
        PassportPath path = lock(id);
        if (!path.state().isAdopted()) {
            throw new Refused("congress.refused.not-adopted");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("follow_up", found);
        values.put("follow_up_on", again);
        VersionedRow.save(db, PATHS, id, version, values);
    }

    private static RealisationSource source(PassportPath path) {
        return new RealisationSource(
                "outreach.congress",
                "path",
                path.id().toString(),
                "/outreach/congress/passports/" + path.passport().value());
    }
}
