package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Edits the organisation's identity under the laws on messages. */
@Service
@Transactional
@Requires(ConsentPermissions.SETTLE)
public class SenderIdentityService {

    private static final int CHANGES = 30;

    private final SenderIdentityRepository senderIdentityRepository;
    private final OrganisationSettings settings;
    private final AuditTrail audit;
    private final JdbcClient db;

    SenderIdentityService(
            SenderIdentityRepository senderIdentityRepository,
            OrganisationSettings settings,
            AuditTrail audit,
            JdbcClient db) {
        this.senderIdentityRepository = senderIdentityRepository;
        this.settings = settings;
        this.audit = audit;
        this.db = db;
    }

    /**
     * The present settings.
     *
     * @param version 0 where nothing was saved yet
     */
    public record SavedSenderIdentity(int version, SenderIdentity standing) {}

    /** Finds the present settings. */
    public SavedSenderIdentity findCurrent() {
        return senderIdentityRepository
                .find()
                .map(kept -> new SavedSenderIdentity(kept.version(), kept.standing()))
                .orElse(new SavedSenderIdentity(0, SenderIdentity.UNSAID));
    }

    /** The settings at a version; empty where the history does not reach back to it. */
    public Optional<SenderIdentity> findAtVersion(int version) {
        return senderIdentityRepository
                .find()
                .flatMap(kept -> audit.findRowAtVersion(SenderIdentity.TABLE, kept.id(), version))
                .map(SenderIdentityService::read);
    }

    /** Its changes, newest first. */
    public List<AuditEntry> findChanges() {
        return senderIdentityRepository
                .find()
                .map(kept -> audit.findByRow(SenderIdentity.TABLE, kept.id(), CHANGES))
                .orElse(List.of());
    }

    /**
     * Saves the settings.
     *
     * @param version on which the form was opened
     * @throws EditConflict where they were changed meanwhile
     */
    @Transactional(label = "consent.change-sender")
    public void save(int version, SenderIdentity standing) {
        if (standing.charitySince() != null && standing.charitySince().isAfter(settings.today())) {
            throw new Refused("consent.charity-ahead");
        }
        var statement =
                version == 0 ? db.sql("""
                        INSERT INTO directory.consent_setting (id, charity_registered_on, sender_address, sender_contact, privacy_title,
                               privacy_contact)
                        VALUES (:id, :charity, :address, :contact, :title, :privacy) ON CONFLICT (only_one) DO NOTHING
                        """).param("id", Ids.next()) : db.sql("""
                        UPDATE directory.consent_setting SET version = version + 1, charity_registered_on = :charity,
                               sender_address = :address, sender_contact = :contact,
                               privacy_title = :title, privacy_contact = :privacy
                        WHERE version = :version
                        """).param("version", version);
        int written = statement
                .param("charity", standing.charitySince())
                .param("address", standing.address())
                .param("contact", standing.contact())
                .param("title", standing.privacyTitle())
                .param("privacy", standing.privacyContact())
                .update();
        if (written == 0) {
            throw new EditConflict(
                    SenderIdentity.TABLE,
                    senderIdentityRepository
                            .find()
                            .map(SenderIdentityRepository.SenderIdentityRow::id)
                            .orElseThrow(() -> new NotFound("standing")),
                    version);
        }
    }

    private static SenderIdentity read(Json row) {
        String day = text(row, "charity_registered_on");
        return new SenderIdentity(
                day == null ? null : LocalDate.parse(day),
                text(row, "sender_address"),
                text(row, "sender_contact"),
                text(row, "privacy_title"),
                text(row, "privacy_contact"));
    }

    private static @Nullable String text(Json row, String column) {
        JsonNode value = row.node().path(column);
        return value.isString() ? value.asString() : null;
    }
}
