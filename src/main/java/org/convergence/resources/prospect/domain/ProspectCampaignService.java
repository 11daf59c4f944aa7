package org.convergence.resources.prospect.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.convergence.resources.prospect.ProspectPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns of recruitment: each has a period, and only what happened in it counts (R-PROSPECT-2). */
@Service
@Transactional
@Requires(ProspectPermissions.FOLLOW)
public class ProspectCampaignService {

    private static final String TABLE = "resources.prospect_campaign";
    private static final RecordMapper<ProspectCampaign> CAMPAIGN = RecordMapper.of(ProspectCampaign.class);
    private static final int MOST = 20;

    private final JdbcClient db;

    ProspectCampaignService(JdbcClient db) {
        this.db = db;
    }

    /** A campaign, with its first and its last day. */
    public record ProspectCampaign(UUID id, int version, String name, LocalDate startsOn, LocalDate endsOn) {}

    /** What the form says; the last day is not before the first. */
    public record ProspectCampaignFacts(String name, LocalDate startsOn, LocalDate endsOn) {}

    /**
     * What one follower did in a campaign.
     *
     * @param follower {@code null} for prospects that nobody follows
     * @param opened prospects added in its period
     * @param contacts exchanges of its period with the prospects followed in it
     * @param admitted members won in its period
     * @param declined prospects that said no in its period
     */
    public record CampaignFigures(
            UUID campaign,
            @Nullable PersonId follower,
            @Nullable String followerName,
            long opened,
            long contacts,
            long admitted,
            long declined) {}

    @Bean
    static IdentityReferences referencesFromProspectCampaign(ReferenceDeclarations declare) {
        return declare.textsOf(TABLE, Map.of("name", 120));
    }

    /** The latest campaigns. */
    @Transactional(readOnly = true)
    @Requires(ProspectPermissions.READ)
    public List<ProspectCampaign> findAll() {
        return db.sql("SELECT * FROM resources.prospect_campaign ORDER BY starts_on DESC, id DESC LIMIT " + MOST)
                .query(CAMPAIGN)
                .list();
    }

    /** @throws NotFound if there is no such campaign */
    @Transactional(readOnly = true)
    @Requires(ProspectPermissions.READ)
    public ProspectCampaign findById(UUID id) {
        return db.sql("SELECT * FROM resources.prospect_campaign WHERE id = ?")
                .param(id)
                .query(CAMPAIGN)
                .optional()
                .orElseThrow(() -> new NotFound("campaign"));
    }

    /** The figures of the latest campaigns by follower: of prospects that were followed on one of their days. */
    @Transactional(readOnly = true)
    @Requires(ProspectPermissions.READ)
    public List<CampaignFigures> findFigures() {
        return db.sql("""
                        SELECT c.id AS campaign, p.follower, f.display_name AS follower_name,
                               count(*) FILTER (WHERE p.opened_on >= c.starts_on) AS opened,
                               coalesce(sum(x.contacts), 0)::bigint AS contacts,
                               count(*) FILTER (WHERE p.state = 'ADMITTED' AND p.outcome_on <= c.ends_on) AS admitted,
                               count(*) FILTER (WHERE p.state = 'DECLINED' AND p.outcome_on <= c.ends_on) AS declined
                        FROM (SELECT * FROM resources.prospect_campaign ORDER BY starts_on DESC, id DESC LIMIT %d) c
                        JOIN resources.prospect p ON p.opened_on <= c.ends_on
                             AND (p.state IN ('OPEN', 'LATER') OR p.outcome_on >= c.starts_on)
                        CROSS JOIN LATERAL (SELECT count(*) AS contacts FROM directory.exchange_by_party e
                                            WHERE e.party = coalesce(p.organisation, p.person)
                                              AND e.happened_on BETWEEN c.starts_on AND c.ends_on) x
                        LEFT JOIN directory.people_person_name f ON f.id = p.follower
                        GROUP BY c.id, p.follower, f.display_name, f.sort_name
                        ORDER BY f.sort_name COLLATE "fr-CA-x-icu" NULLS LAST, p.follower
                        """.formatted(MOST))
                .query(RecordMapper.of(CampaignFigures.class))
                .list();
    }

    /**
     * Adds a campaign, or changes one.
     *
     * @param id {@code null} for a new one
     */
    @Transactional(label = "prospect.save-campaign")
    public UUID save(@Nullable UUID id, int version, ProspectCampaignFacts facts) {
        return VersionedRow.save(db, TABLE, id, version, VersionedRow.values(facts));
    }
}
