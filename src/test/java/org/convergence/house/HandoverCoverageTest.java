package org.convergence.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.directory.handover.Holding;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every column that references a person is a holding that is handed over, or is listed here with the reason why it is
 * none.
 */
@ModuleTest
class HandoverCoverageTest {

    private static final Map<String, String> NOT_HELD = Map.ofEntries(
            entry("directory.people_alias.person", "a record merged into another"),
            entry("directory.people_forgetting.person", "redaction of the name in files"),
            entry("directory.handover.person", "the person who left; a record"),
            entry("directory.handover_item.successor", "the successor; a record"),
            entry("directory.handover_note.successor", "notes left to read"),
            entry("directory.consent_entry.person", "consents; proof"),
            entry("directory.consent_link.person", "a link to the person's preferences"),
            entry("directory.consent_request.person", "requests about personal data"),
            entry("directory.exchange_person.person", "participation in an exchange"),
            entry("plan.time_leave.person", "days of leave"),
            entry("plan.time_entry.person", "hours worked"),
            entry("outreach.assembly_notice.person", "a notice received"),
            entry("outreach.assembly_date_answer.person", "an answer about dates"),
            entry("outreach.assembly_attendance.person", "attendance at a meeting"),
            entry("outreach.assembly_resolution.proposer", "a resolution proposed"),
            entry("outreach.assembly_resolution.seconder", "a resolution seconded"),
            entry("outreach.assembly_interest.person", "a declared conflict of interest"),
            entry("outreach.vote_delegation.person", "a member's own vote at an assembly"),
            entry("advocacy.dialogue_decision_maker.person", "a decision-maker; not one of us"),
            entry("advocacy.dialogue_act_person.person", "who took part; a record"),
            entry("cooperation.partner.person", "a partner that is a person"),
            entry("cooperation.partner.their_lead", "a person of the partner"),
            entry("cooperation.partner_request.person", "a person who asked"),
            entry("cooperation.project_partner.person", "a partner that is a person"),
            entry("cooperation.watch_item.person", "a partner who said a note"),
            entry("outreach.newsletter_recipient.person", "an issue received"),
            entry("outreach.media_recipient.person", "a press release received"),
            entry("outreach.media_request.person", "a journalist; not one of us"),
            entry("outreach.media_contact.person", "a press contact; not one of us"),
            entry("outreach.website_request.person", "a subscriber"),
            entry("education.internship_application.person", "the intern, who keeps their own file"),
            entry(
                    "education.internship_reader.person",
                    "reads files of one call, blind; another reader is named on it"),
            entry("education.internship_reading.reader", "a file scored; a record"),
            entry("education.workshop_facilitator.person", "facilitation, which is personal"),
            entry("advocacy.urgentaction.person", "the person concerned by an urgent action"),
            entry("directory.secondlook_invitation.reader", "a text that a person was asked to read"),
            entry("advocacy.urgentaction_link.person", "a link to one person's check"),
            entry("outreach.relay.person", "the contact of another organisation"),
            entry("resources.grant_call.decision_decided_by", "a decision taken; a record"),
            entry("resources.grant_application.approval_given_by", "an approval given; a record"),
            entry("resources.grant_application.submission_sent_by", "a sending recorded; a record"),
            entry("resources.match_source.person", "a gift in kind, which is personal"),
            entry("resources.gift.person", "a gift, which is personal"),
            entry("resources.gift_commitment.person", "a monthly gift, which is personal"),
            entry("resources.gift_account.person", "an account received"),
            entry("resources.gift_outcome.person", "a letter received at the end of an appeal"),
            entry("resources.appeal_letter.person", "a letter received"),
            entry("resources.ledger_invoice.person", "an invoice received"),
            entry("resources.ledger_invoice.payer_person", "an invoice to pay for another"),
            entry("resources.ledger_payment.person", "a payment made"),
            entry("resources.membership_billing.person", "billing contact; the organisation names another"),
            entry("directory.protection_vault.person", "sealed identity"),
            entry("directory.protection_mention.person", "possible mentions, without their text"),
            entry("directory.protection_mark.person", "marks for recognition"),
            entry("directory.protection_opener.person", "people allowed to open the identity"),
            entry("directory.protection_gesture.person", "operations on the identity; a record"),
            entry("directory.protection_consent.person", "consent to be named"),
            entry("directory.protection_sweep.person", "redaction of the name"),
            entry("resources.prospect.person", "prospective membership, which is personal"),
            entry("safety.guide_part.reviewed_by", "a reading recorded; a record"),
            entry("safety.incident_duty.person", "a duty during one incident, given to people named on it"),
            entry("safety.incident_reader.person", "named on one incident, by the will of the people concerned"),
            entry("safety.mission.approval_given_by", "an approval given; a record"),
            entry("safety.mission_sealed.person", "sealed data of a traveller"),
            entry("safety.mission_check_in.person", "a traveller's own check-in"),
            entry("safety.mission_link.person", "a link to one person's page"),
            entry("safety.mission_opening.person", "an opening of sealed data; a record"),
            entry("resources.subsidy.person", "the subsidised person, whose work ends with the contract"),
            entry("resources.membership.person", "membership, which has no successor"));

    @Autowired
    private List<Holding> holdings;

    @Autowired
    private JdbcClient db;

    @Test
    void everyReferenceToPersonIsHandedOverOrReviewed() {
        Set<String> keys = new HashSet<>(db.sql("""
                        SELECT c.conrelid::regclass || '.' || a.attname
                        FROM pg_constraint c
                        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                        WHERE c.contype = 'f' AND c.confrelid = 'directory.people_person'::regclass
                        """).query(String.class).list());
        Set<String> answered =
                holdings.stream().flatMap(each -> each.columns().stream()).collect(Collectors.toSet());
        assertThat(answered).as("held columns that are not keys to a person").isSubsetOf(keys);
        assertThat(answered).as("both held and excluded").doesNotContainAnyElementsOf(NOT_HELD.keySet());
        answered.addAll(NOT_HELD.keySet());
        ReviewedList.requireSame(
                keys,
                answered,
                "columns with a person: contribute a Holding (ColumnHolding), or add the line to NOT_HELD",
                column -> "entry(\"%s\", \"<why nobody takes it over>\"),".formatted(column));
    }
}
