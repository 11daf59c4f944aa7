package org.convergence.directory.representative.domain;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and revokes the links of organisations. Only the hash of a secret is stored (R-LINK-2). */
@Service
@Transactional
@Requires(RepresentativePermissions.KEEP)
public class RepresentativeLinkService {

    /** The path prefix of these links. */
    public static final String PATH = "/representative/";

    /** The validity of a link, in days. */
    public static final int DAYS = 60;

    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;
    private final BaseUrl baseUrl;

    RepresentativeLinkService(OrganisationSettings settings, JdbcClient db, Clock clock, BaseUrl baseUrl) {
        this.settings = settings;
        this.db = db;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /**
     * A link.
     *
     * @param byMail whether it was made for a letter
     * @param until the last day of its validity
     * @param openedAt its latest opening; {@code null} for none
     */
    public record RepresentativeLink(
            UUID id,
            Instant madeAt,
            boolean byMail,
            LocalDate until,
            @Nullable Instant openedAt) {}

    /** Creates a link; its address is returned only here, never again. */
    public URI create(OrganisationId organisation) {
        Token token = Token.random();
        try {
            db.sql("""
                            INSERT INTO directory.representative_link
                                (id, organisation, token_hash, made_at, made_by, until)
                            VALUES (:id, :organisation, :hash, :now, :who, :until)
                            """)
                    .param("id", Ids.next())
                    .param("organisation", organisation.value())
                    .param("hash", token.hash())
                    .param("now", SqlTime.now(clock))
                    .param("who", CurrentActor.get().id())
                    .param("until", settings.today().plusDays(DAYS))
                    .update();
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("organisation");
        }
        return URI.create(baseUrl.value() + PATH + token.secret());
    }

    /** The valid links of an organisation, latest first. */
    @Transactional(readOnly = true)
    public List<RepresentativeLink> findValid(OrganisationId organisation) {
        return db.sql("""
                        SELECT id, made_at, made_by = :system AS by_mail, until, opened_at FROM directory.representative_link
                        WHERE organisation = :organisation AND until >= :today ORDER BY made_at DESC, id LIMIT 50
                        """)
                .param("system", Actor.system("mail").id())
                .param("organisation", organisation.value())
                .param("today", settings.today())
                .query(RecordMapper.of(RepresentativeLink.class))
                .list();
    }

    /** Revokes a link. */
    public void revoke(OrganisationId organisation, UUID link) {
        db.sql("DELETE FROM directory.representative_link WHERE organisation = ? AND id = ?")
                .params(organisation.value(), link)
                .update();
    }
}
