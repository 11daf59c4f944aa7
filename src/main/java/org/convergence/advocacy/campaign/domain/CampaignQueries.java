package org.convergence.advocacy.campaign.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.campaign.CampaignPermissions;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignActId;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignActKind;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads campaigns, with what they did and our part. */
@Service
@Transactional(readOnly = true)
@Requires(CampaignPermissions.READ)
public class CampaignQueries {

    private static final int MOST = 300;

    private static final String CAMPAIGNS = """
            SELECT c.id, c.version, c.leader, o.name AS leader_name, c.name, c.theme, c.starts_on, c.ends_on, c.asked, c.url,
                   c.line, (SELECT count(*) FROM advocacy.campaign_act a
                            WHERE a.campaign = c.id AND a.kind NOT IN ('LED', 'RESULT')) AS parts
            FROM advocacy.campaign c JOIN directory.people_organisation_name o ON o.id = c.leader
            """;

    private final JdbcClient db;

    CampaignQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A campaign.
     *
     * @param parts how many parts of ours are recorded
     */
    public record CampaignRow(
            CampaignId id,
            int version,
            OrganisationId leader,
            String leaderName,
            String name,
            String theme,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String asked,
            String url,
            @Nullable ActionId line,
            long parts) {}

    /** Something that a campaign did or obtained, or a part of ours, with its realisation. */
    public record CampaignActRow(
            CampaignActId id,
            CampaignActKind kind,
            LocalDate happenedOn,
            String what,
            @Nullable Integer quantity,
            @Nullable BigDecimal hours,
            String source,
            @Nullable RealisationId realisation) {}

    /** The sums of our parts of one kind; zero for what was not counted. */
    public record CampaignTotal(CampaignActKind kind, long acts, long quantity, BigDecimal hours) {}

    /** All campaigns: those that last first, then the latest. */
    public List<CampaignRow> findAll(LocalDate today) {
        return db.sql(CAMPAIGNS + """
                        ORDER BY coalesce(c.ends_on < :today, false), c.starts_on DESC, c.id LIMIT %d
                        """.formatted(MOST))
                .param("today", today)
                .query(RecordMapper.of(CampaignRow.class))
                .list();
    }

    /** @throws NotFound if there is no such campaign */
    public CampaignRow findById(CampaignId id) {
        return db.sql(CAMPAIGNS + "WHERE c.id = ?")
                .param(id.value())
                .query(RecordMapper.of(CampaignRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("campaign"));
    }

    /** The campaigns whose name, theme or leader holds these words. */
    public List<CampaignRow> search(String words, int limit) {
        return db.sql(CAMPAIGNS + """
                        WHERE c.search_form || platform.fold(o.name) LIKE '%' || platform.fold(?) || '%'
                        ORDER BY c.starts_on DESC, c.id LIMIT ?
                        """)
                .params(words, limit)
                .query(RecordMapper.of(CampaignRow.class))
                .list();
    }

    /** What a campaign did and our part, the latest first. */
    public List<CampaignActRow> findActs(CampaignId id) {
        return db.sql("""
                        SELECT id, kind, happened_on, what, quantity, hours, source, realisation
                        FROM advocacy.campaign_act WHERE campaign = ?
                        ORDER BY happened_on DESC, id DESC LIMIT %d
                        """.formatted(MOST))
                .param(id.value())
                .query(RecordMapper.of(CampaignActRow.class))
                .list();
    }

    /** Our parts in one campaign, or in all, since a day, summed by kind. */
    public List<CampaignTotal> sumOurParts(@Nullable CampaignId id, LocalDate since) {
        UUID campaign = id == null ? null : id.value();
        return db.sql("""
                        SELECT kind, count(*) AS acts, coalesce(sum(quantity), 0) AS quantity, coalesce(sum(hours), 0) AS hours
                        FROM advocacy.campaign_act
                        WHERE kind NOT IN ('LED', 'RESULT') AND happened_on >= :since
                              AND (CAST(:campaign AS uuid) IS NULL OR campaign = :campaign)
                        GROUP BY kind ORDER BY array_position(ARRAY['RELAYED', 'LETTERS', 'MOBILISED', 'OTHER'], kind)
                        """)
                .param("since", since)
                .param("campaign", campaign)
                .query(RecordMapper.of(CampaignTotal.class))
                .list();
    }
}
