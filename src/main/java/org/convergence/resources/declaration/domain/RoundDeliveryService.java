package org.convergence.resources.declaration.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.domain.RoundQueries.RoundMemberRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions and reminders of a round that are delivered by post or by hand. An organisation without a mail address is
 * asked this way.
 */
@Service
@Transactional
@Requires(DeclarationPermissions.ASK)
public class RoundDeliveryService {

    private final RoundQueries roundQueries;
    private final RoundSender roundSender;
    private final QuestionLetterSender letters;
    private final JdbcClient db;

    RoundDeliveryService(
            RoundQueries roundQueries, RoundSender roundSender, QuestionLetterSender letters, JdbcClient db) {
        this.roundQueries = roundQueries;
        this.roundSender = roundSender;
        this.letters = letters;
        this.db = db;
    }

    /**
     * The organisations whose last letter has not left, or that were not asked yet; none where the round is not under
     * way.
     */
    @Transactional(readOnly = true)
    public List<RoundMemberRow> findOpen(Round round) {
        return roundQueries.isUnderWay(round)
                ? roundQueries.findMembers(round).stream()
                        .filter(RoundDeliveryService::isOpen)
                        .toList()
                : List.of();
    }

    /** The organisations whose last letter is noted as delivered by post or by hand. */
    @Transactional(readOnly = true)
    public List<RoundMemberRow> findDelivered(Round round) {
        return roundQueries.isUnderWay(round)
                ? roundQueries.findMembers(round).stream()
                        .filter(RoundDeliveryService::isDelivered)
                        .toList()
                : List.of();
    }

    /** Whether a delivery of its letter can be noted. */
    public static boolean isOpen(RoundMemberRow line) {
        LetterStatus last = lastLetter(line);
        return !line.state().isAnswered()
                && (last == null
                        ? line.askedAt() == null || line.contact().mail() == null
                        : !last.state().hasLeft());
    }

    /** Whether its last letter is noted as delivered by post or by hand. */
    public static boolean isDelivered(RoundMemberRow line) {
        LetterStatus last = lastLetter(line);
        return last != null && last.state() == LetterState.DELIVERED_OTHERWISE;
    }

    private static @Nullable LetterStatus lastLetter(RoundMemberRow line) {
        return line.reminder() == null ? line.question() : line.reminder();
    }

    /**
     * Notes that the last letter to organisations was delivered by post or by hand.
     *
     * @param chosen organisations; organisations without an open letter in the round are ignored
     * @return how many
     * @throws org.convergence.platform.database.Refused where the day is in the future or before the reference date
     */
    public int markDelivered(Round round, Set<UUID> chosen, LetterDelivery delivery) {
        Map<OrganisationId, UUID> asked = questions(round);
        List<UUID> questions = new ArrayList<>();
        List<UUID> reminders = new ArrayList<>();
        for (RoundMemberRow line : chosen(findOpen(round), chosen)) {
            OrganisationId organisation = line.contact().organisation().id();
            UUID question = asked.get(organisation);
            if (line.reminder() != null && question != null) {
                reminders.add(question);
            } else {
                questions.add(question == null ? roundSender.note(round, organisation) : question);
            }
        }
        return letters.markDelivered(questions, reminders, delivery);
    }

    /**
     * Undoes a delivery noted by mistake; an organisation that was asked in no other way counts as not asked.
     *
     * @return the number of deliveries undone
     */
    public int undoDelivered(Round round, OrganisationId organisation) {
        UUID question = questions(round).get(organisation);
        List<RoundMemberRow> lines = chosen(findDelivered(round), Set.of(organisation.value()));
        if (question == null || lines.isEmpty()) {
            return 0;
        }
        boolean reminder = lines.get(0).reminder() != null;
        int undone = letters.undoDelivered(question, reminder);
        if (!reminder && !letters.findQuestionStatuses(List.of(question)).containsKey(question)) {
            db.sql("DELETE FROM resources.declaration_question WHERE id = ? AND headcount IS NULL")
                    .param(question)
                    .update();
        }
        return undone;
    }

    private static List<RoundMemberRow> chosen(List<RoundMemberRow> lines, Collection<UUID> organisations) {
        return lines.stream()
                .filter(each -> organisations.contains(
                        each.contact().organisation().id().value()))
                .toList();
    }

    private Map<OrganisationId, UUID> questions(Round round) {
        Map<OrganisationId, UUID> questions = new HashMap<>();
        db.sql("SELECT id, organisation FROM resources.declaration_question WHERE round = ?")
                .param(round.id())
                .query((row, n) -> questions.put(
                        new OrganisationId(row.getObject("organisation", UUID.class)), row.getObject("id", UUID.class)))
                .list();
        return questions;
    }
}
