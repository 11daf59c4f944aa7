package org.convergence.education.tool.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolKind;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consents of people that an edition shows or quotes, outside its licence (R-EDU-5): once one is withdrawn or over, the
 * edition is no longer downloaded.
 */
@Service
@Transactional
@Requires(ToolPermissions.EDIT)
public class ToolConsentService {

    /** Whether a consent of the edition {@code e} is withdrawn or over on a day. */
    static final String ENDED = """
            EXISTS (SELECT FROM education.tool_consent c WHERE c.edition = e.id
                    AND (c.withdrawn_on <= :today OR c.until_on < :today))
            """;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    ToolConsentService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * A consent.
     *
     * @param untilOn the last day; {@code null} without an end
     * @param left copies of the edition that are not handed out
     * @param places where those copies lie; {@code null} if there are none
     */
    public record ToolConsent(
            UUID id,
            UUID edition,
            String label,
            String language,
            String shown,
            String keptAt,
            @Nullable LocalDate untilOn,
            @Nullable LocalDate withdrawnOn,
            int left,
            @Nullable String places) {

        /** Whether it lasts on a day. */
        public boolean isInForce(LocalDate day) {
            return withdrawnOn == null && (untilOn == null || !untilOn.isBefore(day));
        }
    }

    /** What the form of a consent says. */
    public record ToolConsentFacts(
            String shown, String keptAt, @Nullable LocalDate untilOn) {}

    /** The consents of the editions of a tool. */
    @Transactional(readOnly = true)
    @Requires(ToolPermissions.READ)
    public List<ToolConsent> findByTool(ToolId tool) {
        return db.sql("""
                        SELECT c.*, e.label, e.language, coalesce(b.left, 0)::integer AS left, b.places
                        FROM education.tool_consent c JOIN education.tool_edition e ON e.id = c.edition
                        LEFT JOIN LATERAL (
                            SELECT sum(b.copies - o.copies) AS left,
                                   string_agg(DISTINCT b.place, ', ') FILTER (WHERE b.copies > o.copies) AS places
                            FROM education.tool_batch b CROSS JOIN LATERAL (
                                SELECT coalesce(sum(copies), 0) AS copies FROM education.tool_hand_out h WHERE h.batch = b.id) o
                            WHERE b.edition = e.id) b ON true
                        WHERE e.tool = ? ORDER BY e.published_on DESC, c.shown, c.id LIMIT 500
                        """)
                .param(tool.value())
                .query(RecordMapper.of(ToolConsent.class))
                .list();
    }

    /** @throws Refused if it is over already */
    @Transactional(label = "tool.consent")
    public void add(UUID edition, ToolConsentFacts facts) {
        if (facts.untilOn() != null && facts.untilOn().isBefore(settings.today())) {
            throw new Refused("tool.refused.consent");
        }
        db.sql("""
                        INSERT INTO education.tool_consent (id, edition, shown, kept_at, until_on)
                        VALUES (:id, :edition, :shown, :keptAt, CAST(:until AS date))
                        """)
                .param("id", Ids.next())
                .param("edition", edition)
                .param("shown", facts.shown())
                .param("keptAt", facts.keptAt())
                .param("until", facts.untilOn())
                .update();
    }

    /** Withdraws a consent, or takes the withdrawal back. */
    @Transactional(label = "tool.withdraw-consent")
    public void setWithdrawn(UUID consent, boolean isWithdrawn) {
        db.sql("UPDATE education.tool_consent SET withdrawn_on = CAST(:on AS date) WHERE id = :id")
                .param("on", isWithdrawn ? settings.today() : null)
                .param("id", consent)
                .update();
    }

    /**
     * Removes a consent that is withdrawn or over, once a new one replaces it: without it, the picture would be offered
     * again although nobody agrees.
     *
     * @throws Refused if no consent in force tells of the same picture or testimony
     */
    @Transactional(label = "tool.remove-consent")
    public void remove(UUID consent) {
        String shown = db.sql("""
                        SELECT shown FROM education.tool_consent WHERE id = :id AND (withdrawn_on <= :today OR until_on < :today)
                        """)
                .param("id", consent)
                .param("today", settings.today())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("tool"));
        int removed = db.sql("""
                        DELETE FROM education.tool_consent c WHERE c.id = :id AND EXISTS (
                            SELECT FROM education.tool_consent n WHERE n.edition = c.edition AND n.withdrawn_on IS NULL
                            AND coalesce(n.until_on, :today) >= :today AND lower(trim(n.shown)) = lower(trim(c.shown)))
                        """)
                .param("id", consent)
                .param("today", settings.today())
                .update();
        if (removed == 0) {
            throw new Refused("tool.refused.replaced", shown);
        }
    }

    /**
     * An edition for the public.
     *
     * @param showsPeople whether portraits or testimonies are outside its licence
     */
    public record PublicEdition(
            UUID id,
            ToolId tool,
            String title,
            ToolKind kind,
            @Nullable String theme,
            @Nullable String description,
            String language,
            String label,
            @Nullable String licence,
            boolean showsPeople) {}

    /** The editions of tools made here that anyone may download. */
    @Transactional(readOnly = true)
    @Open("anyone downloads a tool")
    public List<PublicEdition> findPublic() {
        return db.sql("""
                        SELECT e.id, t.id AS tool, t.title, t.kind, t.theme, t.description, e.language, e.label, e.licence,
                               EXISTS (SELECT FROM education.tool_consent c WHERE c.edition = e.id) AS shows_people
                        FROM education.tool_edition e JOIN education.tool t ON t.id = e.tool
                        WHERE t.made_by IS NULL AND e.address IS NOT NULL AND e.published_on <= :today AND NOT %s
                          AND NOT platform.is_withheld(e.id)
                        ORDER BY t.title, t.id, e.language, e.published_on DESC, e.id LIMIT 500
                        """.formatted(ENDED))
                .param("today", settings.today())
                .query(RecordMapper.of(PublicEdition.class))
                .list();
    }

    /**
     * Where the file of an edition is; empty once a consent is withdrawn or over.
     *
     * @throws NotFound if no such edition is offered
     */
    @Transactional(readOnly = true)
    @Open("anyone downloads a tool")
    public Optional<String> findAddress(UUID edition) {
        String address = db.sql("""
                        SELECT CASE WHEN %s THEN '' ELSE e.address END FROM education.tool_edition e
                        JOIN education.tool t ON t.id = e.tool
                        WHERE e.id = :id AND t.made_by IS NULL AND e.address IS NOT NULL AND e.published_on <= :today
                        """.formatted(ENDED))
                .param("today", settings.today())
                .param("id", edition)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("tool"));
        return Optional.of(address).filter(each -> !each.isEmpty());
    }
}
