package org.convergence.resources.declaration.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends questions and reminders. Idempotent across calls and nodes: each organisation is asked once. */
@Component
record RoundSender(
        JdbcClient db,
        RoundMemberQueries members,
        BillingContacts contacts,
        QuestionLetterSender letters,
        OrganisationSettings settings,
        Clock clock) {

    private static final String SILENT = """
            SELECT id, organisation FROM resources.declaration_question q
            WHERE round = :round AND headcount IS NULL
              AND greatest(asked_at, reminded_at) < :since AND (NOT :once OR reminded_at IS NULL)
              AND NOT EXISTS (SELECT FROM resources.membership_stated_headcount h
                              WHERE h.organisation = q.organisation AND h.counted_on = :day
                                AND h.status <> 'ESTIMATED' AND NOT h.withdrawn)
              AND NOT EXISTS (SELECT FROM platform.mail_letter_status s
                              WHERE s.matter IN ('declaration_question', 'declaration_reminder') AND s.record_id = q.id
                                AND (s.state IN ('WAITING', 'PERHAPS_SENT') OR s.left_on >= :since))
            ORDER BY id
            """;

    /** Questions whose last letter was taken back. */
    private static final String TAKEN_BACK = """
            EXISTS (SELECT FROM platform.mail_letter_status s
                    WHERE s.matter = :matter AND s.record_id = q.id AND s.state = 'WITHHELD' AND s.decided_by IS NOT NULL
                      AND NOT EXISTS (SELECT FROM platform.mail_letter_status l
                                      WHERE l.matter = s.matter AND l.record_id = q.id AND l.posted_at > s.posted_at))
            """;

    /** Questions of which a letter left, is leaving or perhaps left. */
    private static final String LEFT = """
            EXISTS (SELECT FROM platform.mail_letter_status s
                    WHERE s.matter IN ('declaration_question', 'declaration_reminder') AND s.record_id = q.id
                      AND (s.state IN ('SENT', 'PERHAPS_SENT', 'DELIVERED_OTHERWISE')
                           OR s.state = 'WAITING' AND NOT s.queued))
            """;

    /** A question that was sent. */
    private record SilentQuestion(UUID id, OrganisationId organisation) {}

    /**
     * Sends the letters due today, in the caller's transaction.
     *
     * @param again whether organisations whose question was refused are asked too
     * @return how many organisations were asked
     */
    int send(Round round, LocalDate today, boolean again) {
        RoundPolicy.RoundStep step = RoundPolicy.stepOn(round.days(), round.isApproved(), today);
        if (step == RoundPolicy.RoundStep.NONE) {
            return 0;
        }
        int asked = ask(round, today, again);
        if (step == RoundPolicy.RoundStep.REMIND) {
            remind(round, startOfDay(RoundPolicy.remindsQuestionsBefore(round.days(), today)), true);
        }
        return asked;
    }

    /** The start of the day: organisations written to before it may be reminded on that day. */
    Instant startOfDay(LocalDate day) {
        return day.atStartOfDay(settings.current().zone()).toInstant();
    }

    private int ask(Round round, LocalDate today, boolean again) {
        List<OrganisationId> left = members.findUnasked(round, today, again);
        int asked = 0;
        for (BillingContact contact : contacts.findByOrganisations(left).values()) {
            if (contact.mail() != null) {
                Optional<UUID> question =
                        saveQuestion(round, contact.organisation().id(), again);
                question.ifPresent(each -> letters.sendQuestion(round, each, contact));
                asked += question.isPresent() ? 1 : 0;
            }
        }
        return asked;
    }

    /** Records a question delivered otherwise than by mail, and returns its id. */
    UUID note(Round round, OrganisationId organisation) {
        saveQuestion(round, organisation, false);
        return db.sql("SELECT id FROM resources.declaration_question WHERE round = ? AND organisation = ?")
                .params(round.id(), organisation.value())
                .query(UUID.class)
                .single();
    }

    /** The question to send; empty if there is one already, and it is not asked again. */
    private Optional<UUID> saveQuestion(Round round, OrganisationId organisation, boolean again) {
        return db.sql("""
                        INSERT INTO resources.declaration_question (id, round, organisation, asked_at)
                        VALUES (:id, :round, :organisation, :now)
                        ON CONFLICT (round, organisation) DO UPDATE SET asked_at = excluded.asked_at, reminded_at = NULL WHERE :again
                        RETURNING id
                        """)
                .param("id", Ids.next())
                .param("round", round.id())
                .param("organisation", organisation.value())
                .param("now", SqlTime.now(clock))
                .param("again", again)
                .query(UUID.class)
                .optional();
    }

    /**
     * Reminds silent organisations that got no letter since an instant.
     *
     * @param once whether organisations already reminded are skipped
     */
    int remind(Round round, Instant since, boolean once) {
        // Row locks prevent concurrent reminders.
        Map<OrganisationId, UUID> silent = findSilent(SILENT + " FOR UPDATE", round, since, once);
        List<BillingContact> reached = findReachable(round, silent.keySet());
        for (BillingContact contact : reached) {
            UUID question =
                    Objects.requireNonNull(silent.get(contact.organisation().id()));
            db.sql("UPDATE resources.declaration_question SET reminded_at = :now WHERE id = :id")
                    .param("now", SqlTime.now(clock))
                    .param("id", question)
                    .update();
            letters.sendReminder(round, question, contact);
        }
        return reached.size();
    }

    /** The recipients of {@link #remind}. */
    List<BillingContact> findToRemind(Round round, Instant since) {
        return findReachable(round, findSilent(SILENT, round, since, false).keySet());
    }

    /**
     * Takes back the waiting letters of a round: a withheld question counts as not asked, and a withheld reminder can
     * be sent again.
     *
     * @return how many letters
     */
    int takeBack(Round round) {
        int taken = letters.takeBack(findQuestions(round).keySet());
        forgetTakenBack(round);
        return taken;
    }

    private void forgetTakenBack(Round round) {
        db.sql("UPDATE resources.declaration_question q SET reminded_at = NULL WHERE round = :round AND " + TAKEN_BACK)
                .param("round", round.id())
                .param("matter", "declaration_reminder")
                .update();
        db.sql("DELETE FROM resources.declaration_question q WHERE round = :round AND headcount IS NULL AND "
                        + TAKEN_BACK)
                .param("round", round.id())
                .param("matter", "declaration_question")
                .update();
    }

    /**
     * Writes the waiting letters of a round again, since its days changed, and takes back those without a recipient;
     * returns how many were written.
     */
    int rewrite(Round round) {
        Map<UUID, OrganisationId> questions = findQuestions(round);
        Map<OrganisationId, BillingContact> found = contacts.findByOrganisations(List.copyOf(questions.values()));
        Map<UUID, BillingContact> recipients = questions.entrySet().stream()
                .filter(each -> found.containsKey(each.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Objects.requireNonNull(found.get(each.getValue()))));
        Set<UUID> unreachable = new HashSet<>(questions.keySet());
        unreachable.removeAll(recipients.keySet());
        letters.takeBack(unreachable);
        int written = letters.rewrite(round, recipients);
        forgetTakenBack(round);
        return written;
    }

    private Map<UUID, OrganisationId> findQuestions(Round round) {
        return db
                .sql("SELECT id, organisation FROM resources.declaration_question WHERE round = ?")
                .param(round.id())
                .query((row, n) -> new SilentQuestion(
                        row.getObject("id", UUID.class), new OrganisationId(row.getObject("organisation", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(SilentQuestion::id, SilentQuestion::organisation));
    }

    /** How many unanswered questions left, and so tell the days of before. */
    int countToldUnanswered(Round round) {
        return db.sql("SELECT count(*) FROM resources.declaration_question q WHERE round = ? AND headcount IS NULL AND "
                        + LEFT)
                .param(round.id())
                .query(Integer.class)
                .single();
    }

    /** How many questions of a round left by mail or otherwise, are leaving, perhaps left, or were answered. */
    int countLeft(Round round) {
        return db.sql("""
                        SELECT count(*) FROM resources.declaration_question q
                        WHERE round = :round
                          AND (headcount IS NOT NULL OR %s
                               OR NOT EXISTS (SELECT FROM platform.mail_letter_status s
                                              WHERE s.matter = 'declaration_question' AND s.record_id = q.id))
                        """.formatted(LEFT))
                .param("round", round.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Whether {@link #remind} may have recipients; former members and missing addresses are not excluded. One
     * query.
     */
    boolean mayRemind(Round round, Instant since) {
        return !findSilent(SILENT + " LIMIT 1", round, since, false).isEmpty();
    }

    /** Leaves out organisations that are no longer members, or have no address, or whose address refused the question. */
    private List<BillingContact> findReachable(Round round, Set<OrganisationId> silent) {
        Set<String> refused = db.sql("""
                        SELECT lower(s.recipient) FROM resources.declaration_question q
                        JOIN platform.mail_letter_status s ON s.matter = 'declaration_question' AND s.record_id = q.id
                        WHERE q.round = ? AND s.state = 'REFUSED'
                          AND NOT EXISTS (SELECT FROM platform.mail_letter_status l
                                          WHERE l.matter = s.matter AND l.record_id = q.id AND l.posted_at > s.posted_at)
                        """).param(round.id()).query(String.class).set();
        List<OrganisationId> still = members.findMembers(round, settings.today()).stream()
                .filter(silent::contains)
                .toList();
        return contacts.findByOrganisations(still).values().stream()
                .filter(each ->
                        each.mail() != null && !refused.contains(each.mail().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private Map<OrganisationId, UUID> findSilent(String sql, Round round, Instant since, boolean once) {
        return db
                .sql(sql)
                .param("round", round.id())
                .param("since", SqlTime.at(since))
                .param("once", once)
                .param("day", round.countedOn())
                .query((row, n) -> new SilentQuestion(
                        row.getObject("id", UUID.class), new OrganisationId(row.getObject("organisation", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(SilentQuestion::organisation, SilentQuestion::id));
    }
}
