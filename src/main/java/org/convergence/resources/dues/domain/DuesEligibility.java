package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.MemberQueries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which members a call may ask. An appeal to a person is solicitation: it needs consent to appeals, not withdrawn since
 * (R-L25-9, R-CASL-11c). Dues of a current membership need no consent, but a letter to a person is signed and says how
 * to unsubscribe (R-CASL-13). An organisation may be written to about its own affairs (R-CASL-14).
 */
@Component
record DuesEligibility(MailingService mailings, JdbcClient db) {

    private static final Actor ASKING = Actor.system("dues");

    /** Whether the party of member {@code m} has an invoice for part of the call's period. */
    private static final String INVOICED = """
            EXISTS (
                SELECT FROM resources.ledger_issued_invoice i
                JOIN resources.dues_invoice d ON d.invoice = i.id
                JOIN resources.dues_call c ON c.id = d.call
                WHERE m.party IN (i.organisation, i.person) AND c.kind = 'ANNUAL'
                  AND (c.id <> :call OR d.membership <> m.membership)
                  AND CASE WHEN c.id = :call THEN true
                           WHEN c.period_from IS NULL OR CAST(:from AS date) IS NULL THEN c.reference = :reference
                           ELSE c.period_from <= :until AND c.period_until >= :from END
                  AND NOT EXISTS (
                      SELECT FROM resources.ledger_invoice_reduction r WHERE r.invoice = i.id AND r.kind = 'CREDIT'
                      HAVING sum(r.amount) >= i.total
                         AND NOT bool_and(r.source_module = 'resources.dues')))
            """;

    private static final String ASKED_BEFORE = """
            SELECT m.membership FROM unnest(CAST(:memberships AS uuid[]), CAST(:parties AS uuid[])) AS m (membership, party)
            WHERE\s""" + INVOICED;

    private static final String NEWCOMERS = """
            SELECT count(*) FROM (
                SELECT id AS membership, coalesce(organisation, person) AS party FROM resources.membership_period
                WHERE since > :reference AND since <= least(:today, :until) AND (until IS NULL OR until >= :today)) AS m
            WHERE NOT\s""" + INVOICED;

    static String topic(CallKind kind) {
        return (kind == CallKind.APPEAL ? Purpose.APPEALS : Purpose.ACCOUNT).word();
    }

    /** Members excluded from the call, by mail or post, with the message key that says why; one query. */
    Map<Party, String> findExcluded(CallKind kind, Collection<? extends Party> members) {
        List<MailingRecipient> people = kind == CallKind.APPEAL
                ? members.stream()
                        .filter(PersonId.class::isInstance)
                        .map(it -> new MailingRecipient(it.value(), ""))
                        .toList()
                : List.of();
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<Party, String> left = new HashMap<>();
        CurrentActor.callAs(ASKING, () -> mailings.findExcluded(topic(kind), people))
                .forEach((it, reason) -> left.put(new PersonId(it.party()), reason));
        return left;
    }

    /**
     * The members to which a call for dues sends no invoice, with the reason. No member pays one year twice, even after
     * leaving and rejoining or changing category; calls without a period cover the same year if their reference dates
     * are equal. A member credited in full by hand is invoiced again; a member credited by a headcount revision, or
     * whose debt was written off, is not. One query.
     */
    Map<MembershipId, NotInvoicedReason> findNotInvoiced(
            DuesCallService.StoredCall call, List<MemberQueries.MemberRow> members) {
        CallFacts facts = call.facts();
        Map<MembershipId, NotInvoicedReason> why = new HashMap<>();
        if (facts.kind() == CallKind.APPEAL || members.isEmpty()) {
            return why;
        }
        LocalDate from = facts.periodFrom();
        for (MemberQueries.MemberRow member : members) {
            if (from != null && member.until() != null && member.until().isBefore(from)) {
                why.put(member.id(), NotInvoicedReason.LEAVES);
            }
        }
        bindCall(call, ASKED_BEFORE)
                .param(
                        "memberships",
                        members.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .param(
                        "parties",
                        members.stream().map(it -> it.member().value()).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(it -> why.put(new MembershipId(it), NotInvoicedReason.ASKED_BEFORE));
        return why;
    }

    /**
     * How many members joined since a call for dues was issued, within its period, and have no invoice for it; zero for
     * a call without a period.
     */
    int countNewcomers(DuesCallService.StoredCall call, LocalDate today) {
        CallFacts facts = call.facts();
        return facts.kind() == CallKind.APPEAL || call.issuedOn() == null || facts.periodUntil() == null
                ? 0
                : bindCall(call, NEWCOMERS)
                        .param("today", today)
                        .query(Integer.class)
                        .single();
    }

    private JdbcClient.StatementSpec bindCall(DuesCallService.StoredCall call, String sql) {
        return db.sql(sql)
                .param("call", call.id().value())
                .param("from", call.facts().periodFrom())
                .param("until", call.facts().periodUntil())
                .param("reference", call.facts().reference());
    }

    /** Whether the sender's identification on letters to people is complete. */
    boolean isSigned() {
        return CurrentActor.callAs(
                ASKING,
                () -> mailings.findMissingDetails(Purpose.ACCOUNT.word()).isEmpty());
    }
}
