package org.convergence.advocacy.campaign.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.campaign.CampaignPermissions;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows campaigns led by others. A part of ours is a realisation; what the campaign did never is. */
@Service
@Transactional
@Requires(CampaignPermissions.FOLLOW)
public class CampaignService {

    static final String TABLE = "advocacy.campaign";
    static final String ACTS = "advocacy.campaign_act";

    private final JdbcClient db;
    private final PeopleDirectory people;
    private final RealisationRecorder realisations;
    private final OrganisationSettings settings;

    CampaignService(
            JdbcClient db, PeopleDirectory people, RealisationRecorder realisations, OrganisationSettings settings) {
        this.db = db;
        this.people = people;
        this.realisations = realisations;
        this.settings = settings;
    }

    /**
     * A campaign.
     *
     * @param leader the organisation or coalition that leads it
     * @param theme may be empty
     * @param endsOn {@code null} if it has no end yet
     * @param asked what it asks for, 1 to 2,000 characters
     * @param url its own site; may be empty
     * @param line the line of the plan that our part serves
     */
    public record CampaignFacts(
            ChosenParties<OrganisationId> leader,
            String name,
            String theme,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String asked,
            String url,
            @Nullable ActionId line) {}

    /**
     * Something that the campaign did or obtained, or a part of ours.
     *
     * @param what 1 to 300 characters
     * @param quantity copies, letters or members, according to the kind; {@code null} if not counted
     * @param hours our hours; {@code null} if not counted
     * @param source where it can be read; may be empty
     */
    public record CampaignActFacts(
            CampaignActKind kind,
            LocalDate happenedOn,
            String what,
            @Nullable Integer quantity,
            @Nullable BigDecimal hours,
            String source) {}

    private record CampaignSummary(
            String name, OrganisationId leader, @Nullable ActionId line) {}

    /**
     * @param id {@code null} for a new campaign
     * @throws Refused if it ends before it starts
     */
    @Transactional(label = "campaign.save")
    public CampaignId save(@Nullable CampaignId id, int version, CampaignFacts facts) {
        if (facts.endsOn() != null && facts.endsOn().isBefore(facts.startsOn())) {
            throw new Refused("campaign.refused.days");
        }
        OrganisationId known = facts.leader().first();
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "leader");
        values.put(
                "leader",
                known != null
                        ? known
                        : people.findOrCreateOrganisation(
                                facts.leader().newcomers().get(0)));
        return new CampaignId(VersionedRow.save(db, TABLE, id, version, values));
    }

    /**
     * Records what the campaign did or obtained, or a part of ours, which becomes a realisation with its leader.
     *
     * @throws Refused if it comes, hours are given for what others did, or what others did has no source
     */
    @Transactional(label = "campaign.record-act")
    public CampaignActId addAct(CampaignId campaign, CampaignActFacts facts) {
        if (facts.happenedOn().isAfter(settings.today())) {
            throw new Refused("campaign.refused.ahead");
        }
        boolean ours = facts.kind().isOurs();
        if (!ours && (facts.hours() != null || facts.quantity() != null)) {
            throw new Refused("campaign.refused.theirs");
        }
        if (!ours && facts.source().isEmpty()) {
            throw new Refused("campaign.refused.source");
        }
        CampaignSummary heading = db.sql("SELECT name, leader, line FROM advocacy.campaign WHERE id = ? FOR SHARE")
                .param(campaign.value())
                .query(RecordMapper.of(CampaignSummary.class))
                .optional()
                .orElseThrow(() -> new NotFound("campaign"));
        UUID id = Ids.next();
        RealisationId realisation = ours
                ? realisations.record(RecordRealisationCommand.done(
                                source(campaign, id),
                                details(heading, facts),
                                amounts(facts),
                                PlanAttribution.ofLine(heading.line(), heading.name(), List.of()))
                        .proposingLine())
                : null;
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("campaign", campaign);
        values.put("realisation", realisation);
        VersionedRow.insert(db, ACTS, id, values);
        return new CampaignActId(id);
    }

    private static RealisationDetails details(CampaignSummary heading, CampaignActFacts facts) {
        return new RealisationDetails(
                facts.what(),
                facts.kind() == CampaignActKind.RELAYED ? RealisationKind.PUBLICATION : RealisationKind.OTHER,
                DayRange.on(facts.happenedOn()),
                null,
                facts.kind() == CampaignActKind.MOBILISED && facts.quantity() != null
                        ? Participations.of(facts.quantity())
                        : null,
                Set.of(heading.leader()));
    }

    private static Amounts amounts(CampaignActFacts facts) {
        return new Amounts(facts.hours(), null, facts.kind() == CampaignActKind.RELAYED ? facts.quantity() : null);
    }

    private static RealisationSource source(CampaignId campaign, UUID act) {
        return new RealisationSource(
                "advocacy.campaign", "act", act.toString(), "/advocacy/campaign/" + campaign.value());
    }

    /** Deletes what was recorded by mistake; a part of ours is withdrawn. */
    @Transactional(label = "campaign.remove-act")
    public void removeAct(CampaignId campaign, CampaignActId act, String reason) {
        int deleted = db.sql("DELETE FROM advocacy.campaign_act WHERE id = ? AND campaign = ?")
                .params(act.value(), campaign.value())
                .update();
        if (deleted == 0) {
            throw new NotFound("act");
        }
        realisations.withdraw(source(campaign, act.value()), reason);
    }

    /** What an act of a campaign is: what its leaders did or obtained, or a part of ours. */
    public enum CampaignActKind {
        /** What its leaders did. */
        LED(false),
        /** What the campaign obtained. */
        RESULT(false),
        /** Materials of the campaign that we relayed, counted in copies. */
        RELAYED(true),
        /** Letters and signatures that we gathered. */
        LETTERS(true),
        /** Members that we mobilised. */
        MOBILISED(true),
        /** Another part of ours. */
        OTHER(true);

        private final boolean ours;

        CampaignActKind(boolean ours) {
            this.ours = ours;
        }

        /** Whether it is a part of ours. */
        public boolean isOurs() {
            return ours;
        }

        /** The message key of its name. */
        public String key() {
            return "campaign.kind." + name();
        }
    }

    /** A campaign led by others. */
    public record CampaignId(UUID value) implements Identifier {}

    /** Something that a campaign did, or a part of ours in it. */
    public record CampaignActId(UUID value) implements Identifier {}

    /** References from campaigns to the organisations that lead them, and names of people in their texts. */
    @Bean
    static IdentityReferences referencesFromCampaign(ReferenceDeclarations declare) {
        return declare.table(TABLE)
                .organisation("leader")
                .texts(Map.of("name", 200, "theme", 100, "asked", 2_000, "url", 1_000))
                .textsOf(ACTS, Map.of("what", 300, "source", 500));
    }
}
