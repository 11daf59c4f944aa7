package org.convergence.education.workshop.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.education.workshop.FacilitatorId;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.Facilitator.FacilitatorFacts;
import org.convergence.education.workshop.domain.Workshop.WorkshopFacts;
import org.convergence.education.workshop.domain.WorkshopPolicy.FacilitatorFit;
import org.convergence.education.workshop.domain.WorkshopPolicy.YearCapacity;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.WithheldRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the catalogue: workshops, facilitators, and the hours of each year. */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class WorkshopCatalogue {

    private static final String FACILITATOR_TABLE = "education.workshop_facilitator";

    private static final String FACILITATORS = """
            SELECT f.id, f.version, f.person, p.display_name AS name, f.regions, f.note, f.active, f.checked_on, f.checked_by,
                   ARRAY(SELECT m.workshop FROM education.workshop_mastery m WHERE m.facilitator = f.id ORDER BY 1) AS workshops
            FROM education.workshop_facilitator f JOIN directory.people_person_name p ON p.id = f.person
            """;

    private final WorkshopRepository repository;
    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final WithheldRecords withheld;

    WorkshopCatalogue(
            WorkshopRepository repository, JdbcClient db, OrganisationSettings settings, WithheldRecords withheld) {
        this.withheld = withheld;
        this.repository = repository;
        this.db = db;
        this.settings = settings;
    }

    /** The workshops by theme, retired ones among them. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public List<Workshop> findAll() {
        return repository.findCatalogue();
    }

    /** The public catalogue. */
    @Transactional(readOnly = true)
    @Open("the public catalogue")
    public List<Workshop> findPublished() {
        Set<UUID> hidden = withheld.findIds();
        return repository.findCatalogue().stream()
                .filter(each -> each.published() && each.retiredOn() == null && !hidden.contains(each.id()))
                .toList();
    }

    /** @throws NotFound if there is no such workshop */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public Workshop findById(WorkshopId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("workshop"));
    }

    /** @throws Refused if it is to be public before its partner reviewed it and a licence is agreed */
    @Transactional(label = "workshop.add")
    public WorkshopId create(WorkshopFacts facts) {
        requireAgreed(facts);
        return repository.save(Workshop.create(facts, settings.today())).typedId();
    }

    private static void requireAgreed(WorkshopFacts facts) {
        if (facts.published() && facts.with() != null && !facts.with().isAgreed()) {
            throw new Refused("workshop.refused.unreviewed");
        }
    }

    /**
     * @param version the version on which the form was opened
     * @throws Refused as in {@link #create}
     */
    @Transactional(label = "workshop.change")
    public void update(WorkshopId id, int version, WorkshopFacts facts) {
        requireAgreed(facts);
        Workshop before = findById(id);
        OptimisticLock.requireSameVersion(Workshop.TABLE, id.value(), version, before.version());
        save(before.with(facts, settings.today()));
    }

    /** Takes a workshop out of the catalogue, or back into it. */
    @Transactional(label = "workshop.retire")
    public void setRetired(WorkshopId id, boolean retired) {
        save(findById(id).retired(retired ? settings.today() : null));
    }

    private void save(Workshop workshop) {
        OptimisticLock.save(repository, workshop, Workshop.TABLE, workshop.id(), workshop.version());
    }

    /** The pool by name; those who left it come last. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public List<Facilitator> findFacilitators() {
        return db.sql(FACILITATORS + " ORDER BY f.active DESC, p.display_name, f.id LIMIT 200")
                .query(RecordMapper.of(Facilitator.class))
                .list();
    }

    /** @throws NotFound if there is no such facilitator */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public Facilitator findFacilitator(FacilitatorId id) {
        return db.sql(FACILITATORS + " WHERE f.id = ?")
                .param(id.value())
                .query(RecordMapper.of(Facilitator.class))
                .optional()
                .orElseThrow(() -> new NotFound("facilitator"));
    }

    /**
     * Takes a person into the pool.
     *
     * @throws Refused if the person is in it
     */
    @Transactional(label = "workshop.facilitator")
    public FacilitatorId addFacilitator(PersonId person, FacilitatorFacts facts) {
        FacilitatorId id = new FacilitatorId(Ids.next());
        int added = db.sql("""
                        INSERT INTO education.workshop_facilitator (id, person, regions, note, active, checked_on, checked_by)
                        SELECT :id, :person, :regions, :note, :active, CAST(:checkedOn AS date), :checkedBy
                        WHERE NOT EXISTS (SELECT FROM education.workshop_facilitator WHERE person = :person)
                        """)
                .params(parameters(id, facts))
                .param("person", person.value())
                .param("checkedOn", facts.checkedOn())
                .param("checkedBy", facts.checkedBy())
                .update();
        if (added == 0) {
            throw new Refused("workshop.refused.facilitator-twice");
        }
        addMastery(id, facts);
        return id;
    }

    /** @param version the version on which the form was opened */
    @Transactional(label = "workshop.facilitator")
    public void updateFacilitator(FacilitatorId id, int version, FacilitatorFacts facts) {
        int changed = db.sql("""
                        UPDATE education.workshop_facilitator
                        SET regions = :regions, note = :note, active = :active,
                            checked_on = CAST(:checkedOn AS date), checked_by = :checkedBy, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .params(parameters(id, facts))
                .param("version", version)
                .param("checkedOn", facts.checkedOn())
                .param("checkedBy", facts.checkedBy())
                .update();
        if (changed == 0) {
            throw new EditConflict(FACILITATOR_TABLE, id.value(), version);
        }
        db.sql("DELETE FROM education.workshop_mastery WHERE facilitator = ?")
                .param(id.value())
                .update();
        addMastery(id, facts);
    }

    private static Map<String, Object> parameters(FacilitatorId id, FacilitatorFacts facts) {
        return Map.of(
                "id",
                id.value(),
                "regions",
                facts.regions().toArray(String[]::new),
                "note",
                facts.note(),
                "active",
                facts.active());
    }

    private void addMastery(FacilitatorId id, FacilitatorFacts facts) {
        db.sql("""
                        INSERT INTO education.workshop_mastery (facilitator, workshop)
                        SELECT :id, w.id FROM education.workshop w WHERE w.id = ANY (:workshops)
                        """)
                .param("id", id.value())
                .param("workshops", facts.workshops().toArray(UUID[]::new))
                .update();
    }

    /** Facilitators for a workshop in a region on a day, those that fit first. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public List<FacilitatorFit> findFits(
            @Nullable WorkshopId workshop, @Nullable String region, LocalDate day, @Nullable WorkshopSessionId except) {
        Set<UUID> busy = new HashSet<>(db.sql("""
                        SELECT f.facilitator FROM education.workshop_session_facilitator f
                        JOIN education.workshop_session s ON s.id = f.session
                        WHERE s.day = :day AND s.state <> 'CANCELLED' AND s.id IS DISTINCT FROM CAST(:except AS uuid)
                        """)
                .param("day", day)
                .param("except", except == null ? null : except.value())
                .query(UUID.class)
                .list());
        return WorkshopPolicy.rank(
                findFacilitators().stream().filter(Facilitator::active).toList(), workshop, region, busy);
    }

    /** The hours of a year, and what is promised of them. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public YearCapacity findCapacity(int year) {
        return db.sql("""
                        SELECT CAST(:year AS integer) AS year,
                               (SELECT hours FROM education.workshop_capacity WHERE year = :year) AS hours,
                               coalesce(sum(hours) FILTER (WHERE state = 'OFFERED'), 0) AS offered,
                               coalesce(sum(hours) FILTER (WHERE state IN ('PLANNED', 'HELD')), 0) AS planned
                        FROM education.workshop_session
                        WHERE day BETWEEN make_date(:year, 1, 1) AND make_date(:year, 12, 31)
                        """)
                .param("year", year)
                .query(RecordMapper.of(YearCapacity.class))
                .single();
    }

    /** Enters the hours of a year. */
    @Transactional(label = "workshop.capacity")
    public void setCapacity(int year, BigDecimal hours) {
        db.sql("""
                        INSERT INTO education.workshop_capacity (year, hours) VALUES (?, ?)
                        ON CONFLICT (year) DO UPDATE SET hours = excluded.hours
                        """).params(year, hours).update();
    }
}
