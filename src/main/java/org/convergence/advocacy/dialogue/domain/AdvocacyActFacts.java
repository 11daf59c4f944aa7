package org.convergence.advocacy.dialogue.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.convergence.advocacy.dialogue.AdvocacyActKind;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.dialogue.DecisionMakerId;
import org.convergence.advocacy.dialogue.LobbyRegister;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting, a letter or another act.
 *
 * @param subject 1 to 300 characters
 * @param said what was said, at most 10,000 characters; may be empty
 * @param source where it can be read, or who heard it; may be empty
 * @param register {@code null} to take that of the mandates
 * @param staffHours hours of paid staff together, preparation included
 * @param replyBy the day from which silence is followed up; {@code null} if no reply is awaited
 * @param targets the decision-makers, at most 20
 * @param ours who of us took part, at most 20
 * @param line the line of the plan that it serves
 */
public record AdvocacyActFacts(
        AdvocacyActKind kind,
        LocalDate happenedOn,
        String subject,
        String said,
        String source,
        @Nullable LobbyRegister register,
        BigDecimal staffHours,
        @Nullable LocalDate replyBy,
        Set<DecisionMakerId> targets,
        Set<PersonId> ours,
        Set<AskId> asks,
        @Nullable ActionId line) {

    /** The most decision-makers, and the most of us. */
    public static final int MOST = 20;

    public AdvocacyActFacts {
        subject = subject.strip().replaceAll("\\s+", " ");
        targets = Set.copyOf(targets);
        ours = Set.copyOf(ours);
        asks = Set.copyOf(asks);
    }
}
