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
        return db.sql("SELECT id, version, " + OrganisationSettings.COLUMNS + " FROM platform.settings_organisation")
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
     * Replaces the settings; without the name of a logo, the picture is deleted.
     *
     * @param version the version at opening
     * @param logo a new picture, as JPEG; empty to keep the present one
     * @throws EditConflict if they were changed since
     */
    @Transactional(label = "settings.change")
    public void update(int version, OrganisationProfile changed, byte[] logo) {
        int written =
                settings.bind(db.sql("""
                        UPDATE platform.settings_organisation SET version = version + 1, name = :name,
                               languages = :languages, zone = :zone, fiscal_year_start = :start, home_place = :place,
                               legal_name = :legalName, registration = :registration, address = :address, phone = :phone,
                               mail = :mail, site = :site, cheques_to = :chequesTo, bank_details = :bankDetails,
                               signatory = :signatory, signatory_title = :signatoryTitle, logo = :logo, giving = :giving
                        WHERE version = :version"""), changed).param("version", version).update();
        if (written == 0) {
            throw new EditConflict(VersionedProfile.TABLE, findCurrent().id(), version);
        }
        if (changed.identity().logo().isEmpty()) {
            db.sql("DELETE FROM platform.settings_logo").update();
        } else if (logo.length > 0) {
            db.sql("""
                    INSERT INTO platform.settings_logo (picture) VALUES (:picture)
                    ON CONFLICT (only_one) DO UPDATE SET picture = excluded.picture""").param("picture", logo).update();
        }
    }

    private static OrganisationProfile settings(Json row) {
        JsonNode node = row.node();
        return new OrganisationProfile(
                node.path("name").asString(""),
                node.path("languages").valueStream().map(JsonNode::asString).toList(),
                ZoneId.of(node.path("zone").asString("UTC")),
                MonthDay.parse("--" + node.path("fiscal_year_start").asString("01-01")),
                node.path("home_place").isString() ? node.path("home_place").asString() : null,
                new OrganisationIdentity(
                        node.path("legal_name").asString(""),
                        node.path("registration").asString(""),
                        node.path("address").asString(""),
                        node.path("phone").asString(""),
                        node.path("mail").asString(""),
                        node.path("site").asString(""),
                        node.path("cheques_to").asString(""),
                        node.path("bank_details").asString(""),
                        node.path("signatory").asString(""),
                        node.path("signatory_title").asString(""),
                        node.path("logo").asString(""),
                        node.path("giving").asString("")));
    }

    /**
     * The present settings, to be edited.
     *
     * @param id of their one row, for its history
     * @param version by which conflicting edits are detected
     */
    public record VersionedProfile(UUID id, int version, OrganisationProfile settings) {

        /** The table of the row, for its history. */
        public static final String TABLE = "platform.settings_organisation";
    }
}
