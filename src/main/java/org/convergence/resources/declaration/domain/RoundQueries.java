package org.convergence.resources.declaration.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.Headcount;
import org.convergence.resources.membership.domain.HeadcountPolicy.EffectiveHeadcount;
import org.convergence.resources.membership.domain.HeadcountService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of a round: asked, answered or silent. A fixed number of queries. */
@Service
@Transactional(readOnly = true)
@Requires(DeclarationPermissions.READ)
public class RoundQueries {

    private final RoundMemberQueries members;
    private final BillingContacts contacts;
    private final HeadcountService headcounts;
    private final RoundSender roundSender;
    private final QuestionLetterSender letters;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    RoundQueries(
            RoundMemberQueries members,
            BillingContacts contacts,
            HeadcountService headcounts,
            RoundSender roundSender,
            QuestionLetterSender letters,
            OrganisationSettings settings,
            JdbcClient db) {
        this.members = members;
        this.contacts = contacts;
        this.headcounts = headcounts;
        this.roundSender = roundSender;
        this.letters = letters;
        this.settings = settings;
        this.db = db;
    }

    /**
     * An organisation in a round.
     *
     * @param question status of the letter with the question; {@code null} if the outbox has none
     * @param reminder status of its last reminder
     * @param said the headcount for the day; {@code null} for none
     * @param corrected its answer after a confirmation; {@code null} for none
     * @param before the previous headcount, carried forward while it is silent
     */
    public record RoundMemberRow(
            BillingContact contact,
            AnswerState state,
            @Nullable Instant askedAt,
            @Nullable Instant remindedAt,
            @Nullable LetterStatus question,
            @Nullable LetterStatus reminder,
            @Nullable Headcount said,
            @Nullable AnswerCorrection corrected,
            @Nullable Headcount before) {}

    /**
     * An answer given after a number was confirmed.
     *
     * @param answer the statement that is not confirmed yet
     * @param confirmed the confirmed number
     */
    public record AnswerCorrection(HeadcountId answer, int number, int confirmed) {}

    /** A question that was sent. */
    private record SentQuestion(
            UUID id,
            OrganisationId organisation,
            Instant askedAt,
            @Nullable Instant remindedAt) {}

    /** The organisations of the round, the most urgent state first, then by name. */
    public List<RoundMemberRow> findMembers(Round round) {
        Map<OrganisationId, SentQuestion> sent = findSentQuestions(round);
        Set<OrganisationId> all = new LinkedHashSet<>(members.findMembers(round, settings.today()));
        all.addAll(sent.keySet());
        List<UUID> questions = sent.values().stream().map(SentQuestion::id).toList();
        Map<UUID, LetterStatus> asked = letters.findQuestionStatuses(questions);
        Map<UUID, LetterStatus> reminded = letters.findReminderStatuses(questions);
        LocalDate day = round.countedOn();
        Instant today = roundSender.startOfDay(settings.today());
        Map<OrganisationId, EffectiveHeadcount> said = headcounts.findEffective(day, all);
        Map<OrganisationId, EffectiveHeadcount> before = headcounts.findEffective(day.minusDays(1), all);
        Map<OrganisationId, AnswerCorrection> corrected = findCorrections(round);
        List<RoundMemberRow> lines = new ArrayList<>();
        contacts.findByOrganisations(all).forEach((id, contact) -> {
            EffectiveHeadcount used = said.get(id);
            EffectiveHeadcount earlier = before.get(id);
            Headcount now = used == null || !isAnswer(used.headcount(), day) ? null : used.headcount();
            SentQuestion question = sent.get(id);
            LetterStatus letter = question == null ? null : asked.get(question.id());
            LetterStatus reminder =
                    question == null || question.remindedAt() == null ? null : reminded.get(question.id());
            lines.add(new RoundMemberRow(
                    contact,
                    state(contact, now, corrected.get(id), question, letter, reminder, today),
                    question == null ? null : question.askedAt(),
                    question == null ? null : question.remindedAt(),
                    letter,
                    reminder,
                    now,
                    corrected.get(id),
                    now == null && used != null ? used.headcount() : earlier == null ? null : earlier.headcount()));
        });
        lines.sort(Comparator.comparing(RoundMemberRow::state));
        return lines;
    }

    /** An estimate of ours is not an answer. */
    private static boolean isAnswer(Headcount it, LocalDate day) {
        return it.facts().countedOn().equals(day) && it.facts().status() != HeadcountStatus.ESTIMATED;
    }

    /** The number of organisations that were asked on an earlier day and have not answered. */
    public int countSilent(Round round) {
        return db.sql("""
                        SELECT count(*) FROM resources.declaration_question q
                        WHERE round = :round
                          AND NOT EXISTS (SELECT FROM resources.membership_stated_headcount h
                                          WHERE h.organisation = q.organisation AND h.counted_on = :day
                                            AND h.status <> 'ESTIMATED' AND NOT h.withdrawn)
                          AND NOT EXISTS (SELECT FROM platform.mail_letter_status s
                                          WHERE s.matter = 'declaration_question' AND s.record_id = q.id
                                            AND (s.left_on IS NULL OR s.left_on >= :today))
                        """)
                .param("today", SqlTime.at(roundSender.startOfDay(settings.today())))
                .param("round", round.id())
                .param("day", round.countedOn())
                .query(Integer.class)
                .single();
    }

    /** How many {@link RoundService#remind} would remind today; 0 if the round is not under way. */
    public int countToRemind(Round round) {
        return toRemindContacts(round).size();
    }

    /** Previews {@link RoundService#remind} as of today. */
    public MailingPreview previewReminders(Round round) {
        return letters.previewReminders(round, toRemindContacts(round));
    }

    /** The organisations that would be asked: today where the round is under way, otherwise on its first day. */
    public MailingPreview previewQuestions(Round round) {
        return letters.previewQuestions(
                round,
                contacts.findByOrganisations(members.findUnasked(round, settings.today(), true))
                        .values());
    }

    private List<BillingContact> toRemindContacts(Round round) {
        return isUnderWay(round)
                ? roundSender.findToRemind(round, roundSender.startOfDay(settings.today()))
                : List.of();
    }

    /** How many organisations the question has reached, or perhaps; their round stays approved. */
    public int countLeft(Round round) {
        return roundSender.countLeft(round);
    }

    /** Whether any organisation may be reminded; one query for all. */
    public boolean mayRemind(Round round) {
        return isUnderWay(round) && roundSender.mayRemind(round, roundSender.startOfDay(settings.today()));
    }

    /** Whether it is approved, and between its first and its last day. */
    boolean isUnderWay(Round round) {
        return RoundPolicy.stepOn(round.days(), round.isApproved(), settings.today()) != RoundPolicy.RoundStep.NONE;
    }

    private static AnswerState state(
            BillingContact contact,
            @Nullable Headcount said,
            @Nullable AnswerCorrection corrected,
            @Nullable SentQuestion question,
            @Nullable LetterStatus letter,
            @Nullable LetterStatus reminder,
            Instant today) {
        if (corrected != null) {
            return AnswerState.CORRECTED;
        }
        if (said != null) {
            return said.facts().status() == HeadcountStatus.CONFIRMED ? AnswerState.CONFIRMED : AnswerState.ANSWERED;
        }
        boolean onPaper = letter != null && letter.state() == LetterState.DELIVERED_OTHERWISE;
        if (contact.mail() == null && !onPaper) {
            return AnswerState.UNREACHABLE;
        }
        if (question == null) {
            return AnswerState.TO_ASK;
        }
        if (letter != null
                && !letter.state().hasLeft()
                && (reminder == null || !reminder.state().hasLeft())) {
            return letter.state() == LetterState.PERHAPS_SENT ? AnswerState.PERHAPS_SENT : AnswerState.NOT_SENT;
        }
        if (question.remindedAt() != null
                && (reminder == null || reminder.state().hasLeft())) {
            return AnswerState.REMINDED;
        }
        Instant asked = letter == null || letter.leftOn() == null ? question.askedAt() : letter.leftOn();
        return asked.isBefore(today) ? AnswerState.SILENT : AnswerState.ASKED;
    }

    /** Answers that withdrew their confirmation, or differ from a number confirmed independently. */
    private Map<OrganisationId, AnswerCorrection> findCorrections(Round round) {
        Map<OrganisationId, AnswerCorrection> corrected = new HashMap<>();
        db.sql("""
                        SELECT DISTINCT ON (q.organisation) q.organisation, a.id, a.number, c.number AS confirmed
                        FROM resources.declaration_question q
                        JOIN resources.membership_stated_headcount a ON a.id = q.headcount AND NOT a.withdrawn
                        JOIN resources.membership_stated_headcount c
                          ON c.organisation = q.organisation AND c.counted_on = :day AND c.status = 'CONFIRMED'
                         AND c.recorded_at < a.recorded_at
                        LEFT JOIN resources.membership_stated_headcount d ON d.id = c.confirms
                        WHERE q.round = :round
                          AND (NOT c.withdrawn AND c.number <> a.number
                               OR c.withdrawn AND d.withdrawn)
                          AND NOT EXISTS (SELECT FROM resources.membership_stated_headcount l
                                          WHERE l.organisation = q.organisation AND l.counted_on = :day
                                            AND l.status = 'CONFIRMED' AND NOT l.withdrawn
                                            AND l.recorded_at >= a.recorded_at)
                        ORDER BY q.organisation, c.recorded_at DESC
                        """)
                .param("round", round.id())
                .param("day", round.countedOn())
                .query((row, n) -> corrected.put(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        new AnswerCorrection(
                                new HeadcountId(row.getObject("id", UUID.class)),
                                row.getInt("number"),
                                row.getInt("confirmed"))))
                .list();
        return corrected;
    }

    private Map<OrganisationId, SentQuestion> findSentQuestions(Round round) {
        Map<OrganisationId, SentQuestion> sent = new HashMap<>();
        db.sql("SELECT id, organisation, asked_at, reminded_at FROM resources.declaration_question WHERE round = ?")
                .param(round.id())
                .query((row, n) -> {
                    OffsetDateTime reminded = row.getObject("reminded_at", OffsetDateTime.class);
                    return new SentQuestion(
                            row.getObject("id", UUID.class),
                            new OrganisationId(row.getObject("organisation", UUID.class)),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                            reminded == null ? null : reminded.toInstant());
                })
                .list()
                .forEach(each -> sent.put(each.organisation(), each));
        return sent;
    }
}
