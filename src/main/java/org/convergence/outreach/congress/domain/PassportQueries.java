package org.convergence.outreach.congress.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Passport.PassportId;
import org.convergence.outreach.congress.domain.Passport.PassportPath;
import org.convergence.outreach.congress.domain.Passport.PassportStep;
import org.convergence.outreach.congress.domain.Passport.PassportText;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads model resolutions and their paths. */
@Service
@Transactional(readOnly = true)
@Requires(CongressPermissions.READ)
public class PassportQueries {

    private static final int MOST = 100;
    private static final int MOST_PATHS = 1_000;

    private static final String PATHS = """
            SELECT h.*, p.title AS passport_title, p.action, o.name AS organisation_name, g.title AS gathering_title,
                   (SELECT max(d.due_on) FROM outreach.congress_deadline d
                    WHERE d.gathering = h.gathering AND d.kind = 'RESOLUTIONS') AS deadline_on,
                   g.emergency_rule, c.name AS carrier_name, s.state, s.happened_on AS state_on
            FROM outreach.congress_path h JOIN outreach.congress_passport p ON p.id = h.passport
            JOIN directory.people_organisation_name o ON o.id = h.organisation
            JOIN LATERAL (SELECT x.state, x.happened_on FROM outreach.congress_step x WHERE x.path = h.id
                          ORDER BY x.number DESC LIMIT 1) s ON true
            LEFT JOIN outreach.congress_gathering g ON g.id = h.gathering
            LEFT JOIN directory.people_organisation_name c ON c.id = h.carrier
            WHERE %s ORDER BY array_position(ARRAY['LOCAL', 'REGIONAL', 'FEDERATION', 'CENTRAL'], h.level), o.name, h.id
            LIMIT %d
            """;

    private static final String PASSPORTS = """
            SELECT p.*, coalesce(nullif(x.short_text, ''), x.resolved, '') AS summary, c.organisations, c.adopted
            FROM outreach.congress_passport p
            CROSS JOIN LATERAL (
                SELECT count(DISTINCT h.organisation)::integer AS organisations,
                       (count(DISTINCT h.organisation) FILTER (WHERE s.state IN ('ADOPTED', 'AMENDED')))::integer AS adopted
                FROM outreach.congress_path h
                JOIN LATERAL (SELECT y.state FROM outreach.congress_step y WHERE y.path = h.id
                              ORDER BY y.number DESC LIMIT 1) s ON true
                WHERE h.passport = p.id) c
            LEFT JOIN LATERAL (SELECT t.short_text, t.resolved FROM outreach.congress_text t WHERE t.passport = p.id
                               ORDER BY t.language <> :first, t.language LIMIT 1) x ON true
            """;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    PassportQueries(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    private String firstLanguage() {
        return settings.current().languages().get(0);
    }

    /** The passports, the latest first. */
    public List<Passport> findAll() {
        return db.sql(PASSPORTS + "ORDER BY p.written_on DESC, p.id DESC LIMIT " + MOST)
                .param("first", firstLanguage())
                .query(RecordMapper.of(Passport.class))
                .list();
    }

    /** @throws NotFound if there is no such passport */
    public Passport findById(PassportId id) {
        return db.sql(PASSPORTS + "WHERE p.id = :id")
                .param("first", firstLanguage())
                .param("id", id.value())
                .query(RecordMapper.of(Passport.class))
                .optional()
                .orElseThrow(() -> new NotFound("passport"));
    }

    /** The texts of a passport, French first. */
    public List<PassportText> findTexts(PassportId id) {
        return db.sql("""
                        SELECT language, why, resolved, short_text FROM outreach.congress_text
                        WHERE passport = ? ORDER BY array_position(ARRAY['fr', 'en', 'es'], language)
                        """)
                .param(id.value())
                .query(RecordMapper.of(PassportText.class))
                .list();
    }

    /** The first thousand paths of all passports, from local to central. */
    public List<PassportPath> findPaths() {
        return db.sql(PATHS.formatted("true", MOST_PATHS))
                .query(RecordMapper.of(PassportPath.class))
                .list();
    }

    /** The paths of a passport, from local to central. */
    public List<PassportPath> findPaths(PassportId id) {
        return findPaths("h.passport = ?", id.value());
    }

    /** The resolutions in an organisation. */
    public List<PassportPath> findPaths(OrganisationId organisation) {
        return findPaths("h.organisation = ?", organisation.value());
    }

    /** The resolutions that come up at a gathering. */
    public List<PassportPath> findPaths(GatheringId gathering) {
        return findPaths("h.gathering = ?", gathering.value());
    }

    private List<PassportPath> findPaths(String condition, UUID id) {
        return db.sql(PATHS.formatted(condition, MOST_PATHS))
                .param(id)
                .query(RecordMapper.of(PassportPath.class))
                .list();
    }

    /** @throws NotFound if there is no such path */
    public PassportPath findPath(UUID id) {
        return findPaths("h.id = ?", id).stream().findFirst().orElseThrow(() -> new NotFound("path"));
    }

    /** The steps of all paths of a passport, in order. */
    public List<PassportStep> findSteps(PassportId id) {
        return db.sql("""
                        SELECT s.path, s.state, s.happened_on, s.evidence, s.url
                        FROM outreach.congress_step s JOIN outreach.congress_path h ON h.id = s.path
                        WHERE h.passport = ? ORDER BY s.path, s.number LIMIT ?
                        """)
                .params(id.value(), MOST_PATHS)
                .query(RecordMapper.of(PassportStep.class))
                .list();
    }
}
