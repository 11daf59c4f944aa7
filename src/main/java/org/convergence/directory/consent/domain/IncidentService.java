package org.convergence.directory.consent.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.PrivacyIncidents;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of incidents: all of them, serious or not; none is ever deleted (R-L25-15, R-L25-16). */
@Service
@Transactional
@Requires(ConsentPermissions.PRIVACY)
public class IncidentService implements PrivacyIncidents {

    private static final String TABLE = "directory.consent_incident";
    private static final int CHANGES = 30;
    private static final int RECENT = 20;

    private static final RecordMapper<IncidentFacts> FACTS = RecordMapper.of(IncidentFacts.class);

    private final JdbcClient db;
    private final AuditTrail audit;
    private final OrganisationSettings settings;
    private final Clock clock;

    IncidentService(JdbcClient db, AuditTrail audit, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An incident.
     *
     * @param owesNotice whether a notice to the commission or to the people concerned is due
     * @param keptUntil the earliest end of its retention
     */
    public record PrivacyIncident(UUID id, int version, IncidentFacts facts, boolean owesNotice, LocalDate keptUntil) {}

    /** All incidents, latest first. */
    public List<PrivacyIncident> findAll() {
        return db.sql("SELECT * FROM directory.consent_incident ORDER BY known_on DESC, id DESC LIMIT 500")
                .query(IncidentService::incident)
                .list();
    }

    @Override
    public List<RegisteredIncident> findRecent() {
        return findAll().stream()
                .limit(RECENT)
                .map(each -> new RegisteredIncident(
                        each.id(), each.facts().knownOn(), each.facts().circumstances()))
                .toList();
    }

    /** Incidents with a notice due, the first known first. */
    public List<PrivacyIncident> findOwingNotice(int limit) {
        return db.sql("""
                        SELECT * FROM directory.consent_incident
                        WHERE serious AND (commission_told_on IS NULL OR persons_told_on IS NULL)
                        ORDER BY known_on, id LIMIT ?
                        """).param(limit).query(IncidentService::incident).list();
    }

    /**
     * Finds an incident.
     *
     * @throws NotFound where there is none
     */
    public PrivacyIncident findById(UUID id) {
        return db.sql("SELECT * FROM directory.consent_incident WHERE id = ?")
                .param(id)
                .query(IncidentService::incident)
                .optional()
                .orElseThrow(() -> new NotFound("incident"));
    }

    /** Its changes, newest first. */
    public List<AuditEntry> findChanges(UUID id) {
        return audit.findByRow(TABLE, id, CHANGES);
    }

    /** Creates an incident. */
    @Transactional(label = "consent.report-incident")
    public UUID create(IncidentFacts it) {
        PrivacyPolicy.requirePossible(it, settings.today());
        Map<String, @Nullable Object> values = VersionedRow.values(it);
        values.put("recorded_by", CurrentActor.get().id());
        values.put("recorded_at", clock.instant());
        return VersionedRow.insert(db, TABLE, values);
    }

    /**
     * Updates an incident.
     *
     * @throws EditConflict where the version is not the current one
     */
    @Transactional(label = "consent.complete-incident")
    public void update(UUID id, int version, IncidentFacts it) {
        PrivacyPolicy.requirePossible(it, settings.today());
        findById(id);
        VersionedRow.save(db, TABLE, id, version, VersionedRow.values(it));
    }

    private static PrivacyIncident incident(ResultSet row, int n) throws SQLException {
        IncidentFacts facts = FACTS.mapRow(row, n);
        return new PrivacyIncident(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                facts,
                PrivacyPolicy.owesNotice(facts),
                PrivacyPolicy.keptUntil(facts.knownOn()));
    }

    /**
     * A confidentiality incident, with the contents of the register (R-L25-16). It contains no name.
     *
     * @param information the personal data concerned, or why it is unknown
     * @param happened the day or the period, exact or approximate
     * @param knownOn the day it became known
     * @param persons how many people, exactly or approximately
     * @param assessment the reasons for concluding that there is, or is not, a risk of serious injury
     * @param serious whether there is such a risk
     * @param commissionToldOn the day of the notice to the commission; {@code null} until then
     * @param personsToldOn the day of the notice to the people concerned; {@code null} until then
     * @param publicNotice whether and why a public notice was given; {@code null} if not recorded
     * @param measures the measures taken
     */
    public record IncidentFacts(
            String information,
            String circumstances,
            String happened,
            LocalDate knownOn,
            String persons,
            String assessment,
            boolean serious,
            @Nullable LocalDate commissionToldOn,
            @Nullable LocalDate personsToldOn,
            @Nullable String publicNotice,
            String measures) {

        /** The longest text, in characters. */
        public static final int LONGEST_TEXT = 4_000;

        /** The longest line, in characters. */
        public static final int LONGEST_LINE = 200;

        /** The longest text about the public notice, in characters. */
        public static final int LONGEST_NOTICE = 1_000;
    }
}
