package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Representation.RepresentationFacts;
import org.convergence.outreach.congress.domain.Representation.RepresentationId;
import org.convergence.outreach.congress.domain.Representation.RepresentationResult;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans representations and presentations, and records each as a realisation once done. */
@Service
@Transactional
@Requires(CongressPermissions.EDIT)
public class RepresentationService {

    static final String TABLE = "outreach.congress_representation";

    private static final int MOST = 200;

    private static final String SELECT = """
            SELECT r.*, o.name AS organisation_name, g.title AS gathering_title, p.display_name AS person_name,
                   s.display_name AS substitute_name
            FROM outreach.congress_representation r JOIN directory.people_organisation_name o ON o.id = r.organisation
            LEFT JOIN outreach.congress_gathering g ON g.id = r.gathering
            LEFT JOIN directory.people_person_name p ON p.id = r.person
            LEFT JOIN directory.people_person_name s ON s.id = r.substitute
            WHERE %s ORDER BY r.declined_on IS NULL AND (r.done_on IS NULL OR (r.promised IS NOT NULL AND r.promise_kept_on IS NULL)) DESC,
                              coalesce(r.done_on, r.planned_on, r.asked_on) DESC, r.id DESC LIMIT %d
            """;

    private final JdbcClient db;
    private final RealisationRecorder realisations;
    private final PeopleDirectory people;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    RepresentationService(
            JdbcClient db,
            RealisationRecorder realisations,
            PeopleDirectory people,
            RecipientWords words,
            OrganisationSettings settings) {
        this.db = db;
        this.people = people;
        this.words = words;
        this.realisations = realisations;
        this.settings = settings;
    }

    /** The representations: those ahead or with a promise to keep, then the latest. */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public List<Representation> findAll() {
        return find("true", null);
    }

    /** The representations at a gathering. */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public List<Representation> findByGathering(GatheringId gathering) {
        return find("r.gathering = :id", gathering.value());
    }

    /** The representations at an organisation. */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public List<Representation> findByOrganisation(OrganisationId organisation) {
        return find("r.organisation = :id", organisation.value());
    }

    /** @throws NotFound if there is no such representation */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public Representation findById(RepresentationId id) {
        return find("r.id = :id", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("representation"));
    }

    /** Keeps others from changing a representation, or from writing to those who go, until this transaction ends. */
    void lock(RepresentationId id) {
        db.sql("SELECT FROM outreach.congress_representation WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> n)
                .list();
    }

    /** Presentations to committees and executives. */
    public record PresentationTotal(long presentations, long people) {}

    /** The presentations done since a day, with the people counted there. */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public PresentationTotal countPresentations(LocalDate since) {
        return db.sql("""
                        SELECT count(*) AS presentations, coalesce(sum(people), 0) AS people
                          FROM outreach.congress_representation WHERE gathering IS NULL AND done_on >= ?""")
                .param(since)
                .query(RecordMapper.of(PresentationTotal.class))
                .single();
    }

    private List<Representation> find(String condition, @Nullable UUID id) {
        return db.sql(SELECT.formatted(condition, MOST))
                .param("id", id)
                .query(RecordMapper.of(Representation.class))
                .list();
    }

    /**
     * @param id {@code null} for a new one
     * @throws Refused if it is over
     */
    @Transactional(label = "congress.plan-representation")
    public RepresentationId save(@Nullable RepresentationId id, int version, RepresentationFacts facts) {
        if (id != null) {
            requireAhead(findById(id));
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "organisation");
        values.put(
                "organisation",
                facts.gathering() == null
                        ? GatheringService.find(people, facts.organisation())
                        : findOrganisation(facts.gathering()));
        return new RepresentationId(VersionedRow.save(db, TABLE, id, version, values));
    }

    private OrganisationId findOrganisation(GatheringId gathering) {
        return new OrganisationId(db.sql("SELECT organisation FROM outreach.congress_gathering WHERE id = ?")
                .param(gathering.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("gathering")));
    }

    private static void requireAhead(Representation it) {
        if (it.doneOn() != null || it.declinedOn() != null) {
            throw new Refused("congress.refused.over");
        }
    }

    /**
     * Records what came back, and the realisation; a second call corrects both.
     *
     * @throws Refused if it did not take place, or its day is in the future
     */
    @Transactional(label = "congress.report")
    public void report(RepresentationId id, int version, RepresentationResult result) {
        Representation it = findById(id);
        if (it.declinedOn() != null) {
            throw new Refused("congress.refused.over");
        }
        requirePast(result.on(), settings.today());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("done_on", result.on());
        values.put("people", result.people());
        values.put("came_back", result.cameBack());
        values.put("brought", result.brought());
        values.put("taken_up", result.takenUp());
        values.put("promised", result.promised());
        values.put("promise_due", result.promised() == null ? null : result.promiseDue());
        values.put("promise_kept_on", result.promised() == null ? null : it.promiseKeptOn());
        VersionedRow.save(db, TABLE, id, version, values);
        realisations.record(RecordRealisationCommand.done(
                        source(id),
                        new RealisationDetails(
                                it.topic(),
                                it.gathering() == null ? RealisationKind.SPEECH : RealisationKind.REPRESENTATION,
                                DayRange.on(result.on()),
                                null,
                                result.people() == null ? null : Participations.of(result.people()),
                                Set.of(it.organisation())),
                        Amounts.UNKNOWN,
                        PlanAttribution.ofLine(it.action(), narrative(result), List.of()))
                .proposingLine());
    }

    /**
     * What we brought and what was taken up, each after its label. The debrief stays here: the leaflet of the very
     * organisation visited prints narratives.
     */
    private String narrative(RepresentationResult result) {
        Words t = words.forOrganisation();
        return Stream.of(
                        labelled("congress.field.brought", result.brought(), t),
                        labelled("congress.field.taken-up", result.takenUp(), t))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
    }

    private static Optional<String> labelled(String label, @Nullable String text, Words t) {
        return Optional.ofNullable(text).map(written -> t.say("congress.labelled", t.say(label), written));
    }

    static void requirePast(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refused("congress.refused.ahead");
        }
    }

    /** Takes back what came of it, which was recorded by mistake; the realisation is withdrawn. */
    @Transactional(label = "congress.take-back-report")
    public void takeBack(RepresentationId id) {
        db.sql("""
                        UPDATE outreach.congress_representation SET done_on = NULL, people = NULL, came_back = NULL,
                               brought = NULL, taken_up = NULL,
                               promised = NULL, promise_due = NULL, promise_kept_on = NULL, version = version + 1
                        WHERE id = ? AND done_on IS NOT NULL
                        """).param(id.value()).update();
        realisations.withdraw(source(id));
    }

    /** Notes why it does not take place. */
    @Transactional(label = "congress.decline")
    public void decline(RepresentationId id, int version, String reason) {
        requireAhead(findById(id));
        VersionedRow.save(db, TABLE, id, version, Map.of("declined_on", settings.today(), "reason", reason));
    }

    /** Takes it up again after all. */
    @Transactional(label = "congress.reopen")
    public void reopen(RepresentationId id) {
        db.sql("""
                        UPDATE outreach.congress_representation SET declined_on = NULL, reason = NULL, version = version + 1
                        WHERE id = ?
                        """).param(id.value()).update();
    }

    /** Notes that what was promised is done today, or is not. */
    @Transactional(label = "congress.keep-promise")
    public void setPromiseKept(RepresentationId id, boolean kept) {
        db.sql("""
                        UPDATE outreach.congress_representation SET promise_kept_on = :day, version = version + 1
                        WHERE id = :id AND promised IS NOT NULL
                        """)
                .param("day", kept ? settings.today() : null)
                .param("id", id.value())
                .update();
    }

    private static RealisationSource source(RepresentationId id) {
        String value = id.value().toString();
        return new RealisationSource(
                "outreach.congress", "representation", value, "/outreach/congress/representations/" + value);
    }
}
