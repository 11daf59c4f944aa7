package org.convergence.cooperation.partner.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerDueId;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerId;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerStage;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.people.LastContactQueries;
import org.convergence.directory.people.LastContactQueries.OrganisationContactEvent;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.geography.Country;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads partners, with all that the relation is made of. A protected person has its code name everywhere. */
@Service
@Transactional(readOnly = true)
@Requires(PartnerPermissions.READ)
public class PartnerQueries {

    private static final int YEARS = 10;

    private final JdbcClient db;
    private final RealisationFacts facts;
    private final LastContactQueries contacts;
    private final ListExportLog exports;
    private final OrganisationSettings settings;
    private final ListQuery<PartnerFilter, PartnerRow> list;

    PartnerQueries(
            JdbcClient db,
            RealisationFacts facts,
            LastContactQueries contacts,
            ListExportLog exports,
            OrganisationSettings settings) {
        this.db = db;
        this.facts = facts;
        this.contacts = contacts;
        this.exports = exports;
        this.settings = settings;
        this.list = new ListQuery<>(
                db,
                """
                p.id, p.version, p.organisation, p.person, coalesce(o.name, s.display_name) AS name, p.stage, p.our_lead,
                u.display_name AS our_lead_name, p.their_lead, h.display_name AS their_lead_name, p.countries, p.notes,
                p.since,
                (SELECT max(e.happened_on) FROM directory.exchange_by_party e
                 WHERE e.party = coalesce(p.organisation, p.person)) AS last_exchange,
                (SELECT min(d.due_on) FROM cooperation.partner_due d
                 WHERE d.partner = p.id AND d.done_on IS NULL) AS next_due
                """,
                """
                cooperation.partner p
                LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                LEFT JOIN directory.people_person_name s ON s.id = p.person
                LEFT JOIN directory.people_person_name u ON u.id = p.our_lead
                LEFT JOIN directory.people_person_name h ON h.id = p.their_lead
                """,
                filter -> new SqlConditions()
                        .andPassage("coalesce(o.search_form, s.search_form)", filter.words())
                        .and("p.stage = :stage", "stage", filter.stage())
                        .andSelective("coalesce(p.organisation, p.person) = :party", "party", filter.party())
                        .and(":country = ANY (p.countries)", "country", filter.country()),
                List.of(ListOrder.<PartnerRow>ascending("name")
                        .text("coalesce(o.name, s.display_name)", PartnerRow::name)
                        .id("p.id", PartnerRow::id)),
                RecordMapper.of(PartnerRow.class));
    }

    /**
     * A filter of partners.
     *
     * @param words in the name; may be empty
     * @param country its code
     */
    public record PartnerFilter(
            String words,
            @Nullable PartnerStage stage,
            @Nullable Party party,
            @Nullable String country) {

        static final PartnerFilter ALL = new PartnerFilter("", null, null, null);
    }

    /**
     * A partner.
     *
     * @param lastExchange the day of the last exchange with it
     * @param nextDue the first day on which something is due, either way
     */
    public record PartnerRow(
            PartnerId id,
            int version,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            String name,
            PartnerStage stage,
            @Nullable PersonId ourLead,
            @Nullable String ourLeadName,
            @Nullable PersonId theirLead,
            @Nullable String theirLeadName,
            List<String> countries,
            String notes,
            LocalDate since,
            @Nullable LocalDate lastExchange,
            @Nullable LocalDate nextDue) {

        public Party party() {
            return Party.of(organisation, person);
        }
    }

    /** Something owed, by us or by the partner. */
    public record PartnerDueRow(
            PartnerDueId id,
            boolean ours,
            String what,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /**
     * Something agreed with the partner, or a funding agreement of one of its projects.
     *
     * @param project the title of the funded project; {@code null} for what was agreed with the partner
     */
    public record PartnerAgreementRow(
            UUID id,
            String title,
            LocalDate signedOn,
            @Nullable LocalDate endsOn,
            boolean money,
            @Nullable String project) {}

    /** A project with the partner. */
    public record PartnerProjectRow(
            ProjectId id,
            String title,
            ProjectRole role,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String brings) {}

    /** An exchange with the partner. */
    public record PartnerExchangeRow(ExchangeId id, LocalDate day, ExchangeChannel channel, String subject) {}

    public ListPage<PartnerRow> findPage(ListRequest<PartnerFilter> request) {
        return list.findPage(request);
    }

    /** All partners of a filter, for a file; noted, since it names people. */
    @Transactional
    public Iterator<PartnerRow> takeOut(PartnerFilter filter, String format) {
        exports.record(format, list.count(filter).counted(), !filter.equals(PartnerFilter.ALL));
        return list.iterateAll(filter, "");
    }

    /** @throws NotFound if there is no such partner */
    public PartnerRow findById(PartnerId id) {
        return list.findByIds(PartnerFilter.ALL, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("partner"));
    }

    public Optional<PartnerRow> findByParty(Party party) {
        return list.findSlice(ListRequest.first(new PartnerFilter("", null, party, null), 1)).rows().stream()
                .findFirst();
    }

    /** The partners in a country, by name. */
    public List<PartnerRow> findByCountry(Country country, int limit) {
        return list.findSlice(ListRequest.first(new PartnerFilter("", null, null, country.code()), limit))
                .rows();
    }

    /** What is due both ways; what was done last comes last. */
    public List<PartnerDueRow> findDues(PartnerId id) {
        return db.sql("""
                        SELECT id, ours, what, due_on, done_on FROM cooperation.partner_due WHERE partner = ?
                        ORDER BY done_on DESC NULLS FIRST, due_on, id LIMIT 100
                        """)
                .param(id.value())
                .query(RecordMapper.of(PartnerDueRow.class))
                .list();
    }

    /** What was agreed with the partner, and the agreements that fund its projects, the latest first. */
    public List<PartnerAgreementRow> findAgreements(PartnerId id, Party party) {
        return db.sql("""
                        SELECT id, title, signed_on, ends_on, money, NULL AS project
                        FROM cooperation.partner_agreement WHERE partner = :id
                        UNION ALL
                        SELECT a.id, a.title, a.starts_on, a.ends_on, true, p.title
                        FROM cooperation.project_by_partner p
                        JOIN cooperation.project_funding f ON f.project = p.id
                        JOIN resources.grant_agreement_summary a ON a.id = f.agreement
                        WHERE p.party = :party
                        ORDER BY signed_on DESC, id LIMIT 100
                        """)
                .param("id", id.value())
                .param("party", party.value())
                .query(RecordMapper.of(PartnerAgreementRow.class))
                .list();
    }

    /** The projects with a party, the latest first. */
    public List<PartnerProjectRow> findProjects(Party party) {
        return db.sql("""
                        SELECT id, title, role, starts_on, ends_on, brings FROM cooperation.project_by_partner
                        WHERE party = ? ORDER BY starts_on DESC NULLS FIRST, id DESC LIMIT 100
                        """)
                .param(party.value())
                .query(RecordMapper.of(PartnerProjectRow.class))
                .list();
    }

    /** The last exchanges with a party. */
    public List<PartnerExchangeRow> findExchanges(Party party, int limit) {
        return db.sql("""
                        SELECT id, happened_on AS day, channel, subject FROM directory.exchange_by_party
                        WHERE party = ? ORDER BY happened_on DESC, id DESC LIMIT ?
                        """)
                .params(party.value(), limit)
                .query(RecordMapper.of(PartnerExchangeRow.class))
                .list();
    }

    /** Missions and visits of the last ten years in which an organisation took part, the latest first. */
    public List<RealisationFact> findVisits(Party party) {
        List<RealisationFact> visits = new ArrayList<>();
        OrganisationId organisation = party.organisation();
        if (organisation != null) {
            LocalDate today = settings.today();
            facts.forEach(FactsQuery.forPeriod(today.minusYears(YEARS), today).withParticipant(organisation), fact -> {
                if (fact.happening().kind() == RealisationKind.MISSION) {
                    visits.add(0, fact);
                }
            });
        }
        return visits;
    }

    /** The last contact with a party that the reader may see; empty for none. */
    public Optional<LocalDate> findLastContact(PartnerRow partner) {
        OrganisationId organisation = partner.organisation();
        if (organisation == null) {
            return db.sql("""
                            SELECT greatest(CAST(:exchange AS date), max(received_on)) FROM cooperation.partner_request
                            WHERE person = :person AND received_on <= :today
                            """)
                    .param("exchange", partner.lastExchange())
                    .param("person", partner.party().value())
                    .param("today", settings.today())
                    .query(LocalDate.class)
                    .optional();
        }
        return contacts.findLast(organisation).map(OrganisationContactEvent::day);
    }
}
