package org.convergence.cooperation.fieldwork.domain;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.geography.Country;
import org.convergence.platform.offline.EnvelopeCipher;
import org.convergence.platform.offline.EnvelopeCipher.EnvelopeKeys;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives partners their page, by a link and a PIN that travel by different ways, and takes it back. */
@Service
@Transactional
@Requires(FieldworkPermissions.FOLLOW)
public class PartnerLinkService {

    /** The path prefix of the links: it says nothing of what they open. */
    public static final String PATH = "/public/notes/";

    /** The languages of the page; Haitian Creole is for this page only. */
    public static final List<String> LANGUAGES = List.of("es", "fr", "en", "ht");

    /** The validity of a link, in days. */
    public static final int DAYS = 365;

    /** How many days before its last day a page is to be extended. */
    public static final int DAYS_AHEAD = 30;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final PartnerLinkRepository repository;
    private final EnvelopeCipher cipher;
    private final OrganisationSettings settings;
    private final BaseUrl baseUrl;

    PartnerLinkService(
            JdbcClient db,
            PartnerLinkRepository repository,
            EnvelopeCipher cipher,
            OrganisationSettings settings,
            BaseUrl baseUrl) {
        this.db = db;
        this.repository = repository;
        this.cipher = cipher;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /** A new link. Its address and its PIN are known only here, never again. */
    public record NewPartnerLink(PartnerLinkId id, String url, String pin) {}

    /**
     * A link.
     *
     * @param openedAt when its page was last opened with the PIN
     * @param isLocked whether too many wrong PINs were tried
     * @param endsSoon whether it is to be extended
     * @param isEnded whether its last day is past; telephones may still send
     */
    public record PartnerLinkRow(
            PartnerLinkId id,
            OrganisationId organisation,
            String organisationName,
            String language,
            String country,
            Instant madeAt,
            LocalDate until,
            @Nullable Instant openedAt,
            boolean isLocked,
            boolean endsSoon,
            boolean isEnded) {}

    /** A telephone that sent from a link. */
    public record PartnerDeviceRow(
            PartnerLinkId link,
            String device,
            Instant firstAt,
            Instant lastAt,
            @Nullable Instant forgottenAt) {}

    /**
     * Creates a link.
     *
     * @param language one of {@link #LANGUAGES}
     * @param country whose way of writing numbers the page follows
     * @throws NotFound if there is no such organisation
     */
    public NewPartnerLink create(OrganisationId organisation, String language, Country country) {
        PartnerLinkId id = new PartnerLinkId(Ids.next());
        Token token = Token.random();
        String pin = randomPin();
        EnvelopeKeys keys = cipher.issue(PartnerLinkRepository.TABLE + "/" + id.value());
        try {
            db.sql("""
                            INSERT INTO cooperation.fieldwork_link (id, organisation, language, country, token, pin_mark,
                                public_key, private_key, made_at, until)
                            VALUES (:id, :organisation, :language, :country, :token, :pin, :public, :private, :now, :until)
                            """)
                    .param("id", id.value())
                    .param("organisation", organisation.value())
                    .param("language", language)
                    .param("country", country.code())
                    .param("token", token.hash())
                    .param("pin", repository.mark(id, pin))
                    .param("public", keys.publicKey())
                    .param("private", keys.sealedPrivateKey())
                    .param("now", repository.now())
                    .param("until", settings.today().plusDays(DAYS))
                    .update();
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("organisation");
        }
        return new NewPartnerLink(id, baseUrl.value() + PATH + token.secret(), pin);
    }

    private static String randomPin() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    /**
     * Gives a link another PIN: the former one, and pages open with it, open nothing any more.
     *
     * @throws NotFound if the link is revoked, or its last day is past
     */
    public String renewPin(PartnerLinkId id) {
        String pin = randomPin();
        require(db.sql("""
                        UPDATE cooperation.fieldwork_link SET pin_mark = ?, wrong_pins = 0
                        WHERE id = ? AND revoked_at IS NULL AND until >= ?
                        """)
                .params(repository.mark(id, pin), id.value(), settings.today())
                .update());
        return pin;
    }

    /**
     * Lets a page open for a year from today, also one that ended a short time ago. Its address and its PIN stay.
     *
     * @throws NotFound if the link is revoked, or its days of grace are over
     */
    public void extend(PartnerLinkId id) {
        require(db.sql("""
                        UPDATE cooperation.fieldwork_link SET until = ?
                        WHERE id = ? AND revoked_at IS NULL AND until >= ?
                        """)
                .params(
                        settings.today().plusDays(DAYS),
                        id.value(),
                        settings.today().minusDays(PartnerLinkRepository.GRACE))
                .update());
    }

    /** Revokes a link: its telephones forget what they hold as soon as they reach us, until its last day. */
    public void revoke(PartnerLinkId id) {
        require(db.sql("UPDATE cooperation.fieldwork_link SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?")
                .params(repository.now(), id.value())
                .update());
    }

    /** Tells one telephone to forget what it holds. */
    public void forget(PartnerLinkId id, String device) {
        require(db.sql("UPDATE cooperation.fieldwork_device SET forgotten_at = ? WHERE link = ? AND device = ?")
                .params(repository.now(), id.value(), device)
                .update());
    }

    /** The links that open a page today, or ended a short time ago, by partner. */
    @Transactional(readOnly = true)
    public List<PartnerLinkRow> findValid() {
        return db.sql("""
                        SELECT l.id, l.organisation, o.name AS organisation_name, l.language, l.country, l.made_at, l.until,
                               l.opened_at, l.wrong_pins >= :most AS is_locked,
                               l.until <= :soon AS ends_soon, l.until < :today AS is_ended
                        FROM cooperation.fieldwork_link l
                        JOIN directory.people_organisation_name o ON o.id = l.organisation
                        WHERE l.revoked_at IS NULL AND l.until >= :earliest ORDER BY o.name, l.made_at, l.id LIMIT 200
                        """)
                .param("most", PartnerLinkRepository.MOST_WRONG_PINS)
                .param("today", settings.today())
                .param("soon", settings.today().plusDays(DAYS_AHEAD))
                .param("earliest", settings.today().minusDays(PartnerLinkRepository.GRACE))
                .query(RecordMapper.of(PartnerLinkRow.class))
                .list();
    }

    /** The telephones of these links, the last used first. */
    @Transactional(readOnly = true)
    public List<PartnerDeviceRow> findDevices(List<PartnerLinkId> links) {
        return db.sql("""
                        SELECT link, device, first_at, last_at, forgotten_at FROM cooperation.fieldwork_device
                        WHERE link = ANY (?) ORDER BY last_at DESC, device LIMIT 1000
                        """)
                .param(links.stream().map(PartnerLinkId::value).toArray(UUID[]::new))
                .query(RecordMapper.of(PartnerDeviceRow.class))
                .list();
    }

    /** Whether an organisation is one that we cooperate with, or has a page. */
    @Transactional(readOnly = true)
    public boolean isPartner(OrganisationId organisation) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM cooperation.partner_relation WHERE organisation = :id)
                            OR EXISTS (SELECT FROM cooperation.fieldwork_link WHERE organisation = :id)
                        """)
                .param("id", organisation.value())
                .query(Boolean.class)
                .single();
    }

    private static void require(int changed) {
        if (changed == 0) {
            throw new NotFound("link");
        }
    }

    /** A link to the page of a partner. */
    public record PartnerLinkId(UUID value) implements Identifier {}
}
