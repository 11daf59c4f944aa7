package org.convergence.cooperation.fieldwork.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService.PartnerLinkId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of links, their PINs and the telephones that use them. */
@Component
record PartnerLinkRepository(JdbcClient db, MarkGenerator marks, OrganisationSettings settings, Clock clock) {

    /** For how many days after its last day telephones may still send, and it can be extended. */
    static final int GRACE = 90;

    static final String TABLE = "cooperation.fieldwork_link";

    /** Wrong PINs in a row after which a link opens no page until it gets another PIN. */
    static final int MOST_WRONG_PINS = 10;

    private static final String PIN = "partner pin";

    /** A link as stored. */
    record StoredLink(
            PartnerLinkId id,
            OrganisationId organisation,
            String language,
            String country,
            String pinMark,
            String publicKey,
            String privateKey,
            @Nullable Instant revokedAt,
            boolean isEnded) {

        /** Whether its page opens; telephones may send to one that ended. */
        boolean isOpen() {
            return revokedAt == null && !isEnded;
        }

        /** Where its private key is sealed. */
        String place() {
            return TABLE + "/" + id.value();
        }
    }

    String mark(PartnerLinkId link, String pin) {
        return marks.compute(link.value() + " " + pin, PIN);
    }

    /**
     * The link of a secret, revoked or ended too, until its days of grace are over.
     *
     * @param lock whether others wait until this transaction ends
     * @throws NotFound if there is none
     */
    StoredLink find(String secret, boolean lock) {
        return db.sql("""
                        SELECT id, organisation, language, country, pin_mark, public_key, private_key, revoked_at,
                               until < :today AS is_ended
                        FROM cooperation.fieldwork_link WHERE token = :token AND until >= :earliest
                        """ + (lock ? " FOR UPDATE" : ""))
                .param("token", Token.hashOf(secret))
                .param("today", settings.today())
                .param("earliest", settings.today().minusDays(GRACE))
                .query(RecordMapper.of(StoredLink.class))
                .optional()
                .orElseThrow(() -> new NotFound("link"));
    }

    /** What the last page of a partner is written in. */
    record LatestLink(String language, String country) {}

    /** The language and country of a partner's last link that still opens its page. */
    Optional<LatestLink> findLatest(OrganisationId organisation) {
        return db.sql("""
                        SELECT language, country FROM cooperation.fieldwork_link
                        WHERE organisation = ? AND revoked_at IS NULL AND until >= ? ORDER BY made_at DESC, id LIMIT 1
                        """)
                .params(organisation.value(), settings.today())
                .query(RecordMapper.of(LatestLink.class))
                .optional();
    }

    /** Counts a PIN that was tried, and gives the number of wrong ones in a row; 0 if it is right. */
    int countPin(StoredLink link, String pin) {
        List<String> accepted = marks.computeAll(link.id().value() + " " + pin, PIN);
        return db.sql("""
                        UPDATE cooperation.fieldwork_link
                        SET wrong_pins = CASE WHEN wrong_pins < :most AND pin_mark = ANY (:marks) THEN 0
                                              ELSE least(wrong_pins + 1, :most) END,
                            opened_at = CASE WHEN wrong_pins < :most AND pin_mark = ANY (:marks) THEN :now
                                             ELSE opened_at END
                        WHERE id = :id RETURNING wrong_pins
                        """)
                .param("most", MOST_WRONG_PINS)
                .param("marks", accepted.toArray(String[]::new))
                .param("now", now())
                .param("id", link.id().value())
                .query(Integer.class)
                .single();
    }

    /** Notes that a telephone sent something; whether it was told to forget. */
    boolean noteDevice(PartnerLinkId link, String device) {
        return db.sql("""
                        INSERT INTO cooperation.fieldwork_device (link, device, first_at, last_at)
                        VALUES (:link, :device, :now, :now)
                        ON CONFLICT (link, device) DO UPDATE SET last_at = excluded.last_at
                        RETURNING forgotten_at IS NOT NULL
                        """)
                .param("link", link.value())
                .param("device", device)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    OffsetDateTime now() {
        return SqlTime.now(clock);
    }

    /**
     * Deletes links 90 days after their last day, with their telephones, keys and parts of photographs (R-L25-23). Until
     * then telephones may send what they hold; those of a revoked link are told to forget.
     */
    @Bean
    static RecurringWork fieldworkCleanup(JdbcClient db, OrganisationSettings settings) {
        return RecurringWork.of(
                "fieldwork-sweep",
                "0 55 4 * * *",
                () -> db.sql("DELETE FROM cooperation.fieldwork_link WHERE until < ?")
                        .param(settings.today().minusDays(GRACE))
                        .update());
    }
}
