package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.Mailings;
import org.convergence.platform.mail.Recipient;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.MemberList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a call may ask. An appeal to a person is prospecting: it asks nothing of who did not say yes to appeals, or said no
 * since (R-L25-9, R-CASL-11c). Dues of a membership that stands need no consent, but a letter to a person is signed and tells
 * how to stop (R-CASL-13). To an organisation one writes about its own affairs (R-CASL-14).
 */
@Component
class DuesAsking {

    private static final Actor ASKING = Actor.system("dues");

    /** Of a member {@code m} with its party: whether it has an invoice for some of the time of a call. */
    private static final String INVOICED = """
            EXISTS (
                SELECT FROM resources.ledger_invoice i
                JOIN resources.dues_invoice d ON d.invoice = i.id
                JOIN resources.dues_call c ON c.id = d.call
                WHERE m.party IN (i.organisation, i.person) AND c.kind = 'ANNUAL'
                  AND (c.id <> :call OR d.membership <> m.membership)
                  AND CASE WHEN c.id = :call THEN true
                           WHEN c.period_from IS NULL OR CAST(:from AS date) IS NULL THEN c.reference = :reference
                           ELSE c.period_from <= :until AND c.period_until >= :from END
                  AND NOT EXISTS (
                      SELECT FROM resources.ledger_reduction r WHERE r.invoice = i.id AND r.kind = 'CREDIT'
                      HAVING sum(r.amount) >= i.total
                         AND NOT bool_and(starts_with(coalesce(r.source, ''), 'resources.dues/'))))
            """;

    private static final String ASKED_BEFORE = """
            SELECT m.membership FROM unnest(CAST(:memberships AS uuid[]), CAST(:parties AS uuid[])) AS m (membership, party)
            WHERE\s""" + INVOICED;

    private static final String NEWCOMERS = """
            SELECT count(*) FROM (
                SELECT id AS membership, coalesce(organisation, person) AS party FROM resources.membership
                WHERE since > :reference AND since <= least(:today, :until) AND (until IS NULL OR until >= :today)) AS m
            WHERE NOT\s""" + INVOICED;

    private final Mailings mailings;
    private final JdbcClient db;

    DuesAsking(Mailings mailings, JdbcClient db) {
        this.mailings = mailings;
        this.db = db;
    }

    static String topic(CallKind kind) {
        return (kind == CallKind.APPEAL ? Purpose.APPEALS : Purpose.ACCOUNT).word();
    }

    /** Whom a call leaves in peace, with the key of the reason; by mail or not, one query for all. */
    Map<Party, String> leftOut(CallKind kind, Collection<? extends Party> members) {
        List<Recipient> people = kind == CallKind.APPEAL
                ? members.stream()
                        .filter(PersonId.class::isInstance)
                        .map(it -> new Recipient(it.value(), ""))
                        .toList()
                : List.of();
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<Party, String> left = new HashMap<>();
        CurrentActor.callAs(ASKING, () -> mailings.leftOut(topic(kind), people))
                .forEach((it, reason) -> left.put(new PersonId(it.party()), reason));
        return left;
    }

    /**
     * Of which of some members a call for dues asks nothing. Nobody pays one year twice, also as a member that left and came
     * back, or in another category: calls that do not say their time are of the same where they count by the same day. Who was
     * credited in full by hand is asked again; whom a headcount said anew leaves nothing to pay, or who was forgiven by a
     * decision, is not. One query.
     */
    Map<MembershipId, NotAsked> notAsked(CallKeeping.Kept call, List<MemberList.Line> members) {
        CallFacts facts = call.facts();
        Map<MembershipId, NotAsked> why = new HashMap<>();
        if (facts.kind() == CallKind.APPEAL || members.isEmpty()) {
            return why;
        }
        LocalDate from = facts.periodFrom();
        for (MemberList.Line member : members) {
            if (from != null && member.until() != null && member.until().isBefore(from)) {
                why.put(member.id(), NotAsked.LEAVES);
            }
        }
        of(call, ASKED_BEFORE)
                .param(
                        "memberships",
                        members.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .param(
                        "parties",
                        members.stream().map(it -> it.member().value()).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(it -> why.put(new MembershipId(it), NotAsked.ASKED_BEFORE));
        return why;
    }

    /**
     * How many became members since a call for dues that is out, within its time, and have no invoice for it; zero where it
     * does not say its time.
     */
    int newcomers(CallKeeping.Kept call, LocalDate today) {
        CallFacts facts = call.facts();
        return facts.kind() == CallKind.APPEAL || call.issuedOn() == null || facts.periodUntil() == null
                ? 0
                : of(call, NEWCOMERS).param("today", today).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec of(CallKeeping.Kept call, String sql) {
        return db.sql(sql)
                .param("call", call.id().value())
                .param("from", call.facts().periodFrom())
                .param("until", call.facts().periodUntil())
                .param("reference", call.facts().reference());
    }

    /** A member that a letter is for, and how it is reached. */
    record Target(String name, Reaching.Reach reach) {}

    /** Who gets a letter of a call, and who does not: people by the rule of letters to many, organisations always. */
    MailingPreview preview(CallKind kind, List<Target> targets) {
        Map<Boolean, List<MailingPreview.Addressee>> toPeople = targets.stream()
                .collect(Collectors.partitioningBy(
                        it -> it.reach().payer() instanceof PersonId,
                        Collectors.mapping(DuesAsking::addressee, Collectors.toList())));
        MailingPreview organisations = mailings.preview(null, toPeople.getOrDefault(false, List.of()));
        MailingPreview people = CurrentActor.callAs(
                ASKING, () -> mailings.preview(topic(kind), toPeople.getOrDefault(true, List.of())));
        return new MailingPreview(
                Stream.concat(organisations.letters().stream(), people.letters().stream())
                        .toList(),
                people.leftOut(),
                Stream.concat(organisations.toPrint().stream(), people.toPrint().stream())
                        .toList(),
                organisations.mailSet(),
                organisations.showsAddresses());
    }

    private static MailingPreview.Addressee addressee(Target target) {
        Reaching.Reach reach = target.reach();
        return new MailingPreview.Addressee(reach.payer().value(), target.name(), reach.byPost() ? null : reach.mail());
    }

    /** Whether a letter to a person can be signed in full. */
    boolean isSigned() {
        return CurrentActor.callAs(
                ASKING, () -> mailings.lacks(Purpose.ACCOUNT.word()).isEmpty());
    }
}
