package org.convergence.cooperation.partner.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestId;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestState;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what partners ask. */
@Service
@Transactional(readOnly = true)
@Requires(PartnerPermissions.READ)
public class PartnerRequestQueries {

    private final ListQuery<PartnerRequestFilter, PartnerRequestRow> list;

    PartnerRequestQueries(JdbcClient db) {
        this.list = new ListQuery<>(
                db,
                """
                r.id, r.version, r.organisation, r.person, coalesce(o.name, s.display_name, r.asker) AS party_name, r.title,
                r.details, r.channel, r.received_on, r.promised_on, r.responsible, u.display_name AS responsible_name,
                r.needs, r.feasibility, r.capacity, r.funding, r.state, r.answered_on, r.reason, r.reply, r.project, r.told_on,
                r.leads_to, r.lead_url, r.asker, r.contact_name, r.contact_reach, r.language
                """,
                """
                cooperation.partner_request r
                LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                LEFT JOIN directory.people_person_name s ON s.id = r.person
                LEFT JOIN directory.people_person_name u ON u.id = r.responsible
                """,
                filter -> new SqlConditions()
                        .andPassage("r.search_form", filter.words())
                        .andWhether("r.answered_on IS NOT NULL", filter.answered())
                        .andSelective("coalesce(r.organisation, r.person) = :party", "party", filter.party()),
                List.of(
                        ListOrder.<PartnerRequestRow>ascending("promised")
                                .day("r.promised_on", PartnerRequestRow::promisedOn)
                                .id("r.id", PartnerRequestRow::id),
                        ListOrder.<PartnerRequestRow>descending("latest")
                                .day("r.received_on", PartnerRequestRow::receivedOn)
                                .id("r.id", PartnerRequestRow::id)),
                RecordMapper.of(PartnerRequestRow.class));
    }

    /**
     * A filter of requests.
     *
     * @param words in the title; may be empty
     * @param answered those that are answered, or those that are not; {@code null} for all
     */
    public record PartnerRequestFilter(
            String words,
            @Nullable Boolean answered,
            @Nullable Party party) {}

    /**
     * A request.
     *
     * @param partyName the name of the partner who asked, or as the form said it; empty once it is erased
     * @param reason why it was refused, or where it goes on; may be empty
     * @param reply the text for the partner; may be empty
     * @param leadsTo what it becomes outside projects
     * @param leadUrl the page of what was made of it
     * @param toldOn the day on which the answer was noted as told to the partner
     * @param asker the organisation as the form said it; empty for what we noted ourselves, as the three after it
     * @param contactReach a mail address or a telephone
     */
    public record PartnerRequestRow(
            PartnerRequestId id,
            int version,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            String partyName,
            String title,
            String details,
            ExchangeChannel channel,
            LocalDate receivedOn,
            LocalDate promisedOn,
            @Nullable PersonId responsible,
            @Nullable String responsibleName,
            String needs,
            String feasibility,
            String capacity,
            String funding,
            PartnerRequestState state,
            @Nullable LocalDate answeredOn,
            String reason,
            String reply,
            @Nullable ProjectId project,
            @Nullable LocalDate toldOn,
            @Nullable RequestLead leadsTo,
            @Nullable String leadUrl,
            String asker,
            String contactName,
            String contactReach,
            String language) {

        /** Whether it came by the public form. */
        public boolean isByForm() {
            return !asker.isEmpty();
        }

        /** Whether its answer may be taken back. */
        public boolean mayReopen() {
            return answeredOn != null && state != PartnerRequestState.PROJECT && leadUrl == null;
        }

        /** Whether it is answered and the partner does not know it yet. */
        public boolean isUntold() {
            return answeredOn != null && toldOn == null;
        }

        /** The partner who asked; {@code null} once it is erased, or until we say who the form's asker is. */
        public @Nullable Party party() {
            return organisation == null && person == null ? null : Party.of(organisation, person);
        }

        /** Whether our answer is late. */
        public boolean isLate(LocalDate today) {
            return answeredOn == null && promisedOn.isBefore(today);
        }
    }

    /** @throws NotFound if there is no such request */
    public PartnerRequestRow findById(PartnerRequestId id) {
        return list.findByIds(new PartnerRequestFilter("", null, null), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("request"));
    }

    public ListPage<PartnerRequestRow> findPage(ListRequest<PartnerRequestFilter> request) {
        return list.findPage(request);
    }

    /** The requests of a party, the latest first. */
    public List<PartnerRequestRow> findByParty(Party party) {
        return findFirst(new PartnerRequestFilter("", null, party), 50);
    }

    /** The latest requests of a filter. */
    public List<PartnerRequestRow> findFirst(PartnerRequestFilter filter, int limit) {
        return list.findSlice(new ListRequest<>(filter, "latest", null, limit)).rows();
    }
}
