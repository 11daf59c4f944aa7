package org.convergence.platform.settings;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Changes the organisation's settings. */
@Service
@Requires(SettingsPermissions.EDIT)
public class SettingsService {

    private final JdbcClient db;
    private final AuditTrail trail;
    private final OrganisationSettings settings;

    SettingsService(JdbcClient db, AuditTrail trail, OrganisationSettings settings) {
        this.db = db;
        this.trail = trail;
        this.settings = settings;
    }

    /** The present settings, read from the database. */
    public VersionedProfile findCurrent() {
        return find().orElseThrow(() -> new NotFound("settings"));
    }

    private Optional<VersionedProfile> find() {
        return db.sql("""
                        SELECT id, version, name, languages, zone, fiscal_year_start, home_place
                        FROM platform.settings_organisation""")
                .query((row, n) -> new VersionedProfile(
                        row.getObject("id", UUID.class), row.getInt("version"), OrganisationSettings.settings(row)))
                .optional();
    }

    /** The settings at a version; empty if the audit does not reach back to it. */
    public Optional<OrganisationProfile> findVersion(int version) {
        return find().flatMap(now -> trail.findRowAtVersion(VersionedProfile.TABLE, now.id(), version))
                .map(SettingsService::settings);
    }

    /**
     * Replaces the settings.
     *
     * @param version the version at opening
     * @throws EditConflict if they were changed since
     */
    @Transactional(label = "settings.change")
    public void update(int version, OrganisationProfile changed) {
        int written =
                settings.bind(db.sql("""
                        UPDATE platform.settings_organisation SET version = version + 1, name = :name,
                               languages = :languages, zone = :zone, fiscal_year_start = :start, home_place = :place
                        WHERE version = :version"""), changed).param("version", version).update();
        if (written == 0) {
            throw new EditConflict(VersionedProfile.TABLE, findCurrent().id(), version);
        }
    }

    private static OrganisationProfile settings(Json row) {
        JsonNode node = row.node();
        return new OrganisationProfile(
                node.path("name").asString(""),
                node.path("languages").valueStream().map(JsonNode::asString).toList(),
                ZoneId.of(node.path("zone").asString("UTC")),
                MonthDay.parse("--" + node.path("fiscal_year_start").asString("01-01")),
                node.path("home_place").isString() ? node.path("home_place").asString() : null);
    }
}
