package org.convergence.advocacy.treaty.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.advocacy.treaty.domain.PetitionService.PetitionFacts;
import org.jspecify.annotations.Nullable;

/** The rules of official petitions (R-ADV-5). */
public final class PetitionPolicy {

    /** In how many days the federal government answers a petition once it is tabled. */
    public static final int FEDERAL_ANSWER_DAYS = 45;

    private PetitionPolicy() {}

    /**
     * The day on which an answer is due: as published, else 45 days after a federal petition was tabled. In Québec it
     * depends on sittings and on a committee, and is known once it is published.
     */
    public static @Nullable LocalDate answerDue(
            Parliament parliament, @Nullable LocalDate tabled, @Nullable LocalDate published) {
        return published != null || tabled == null || parliament != Parliament.CANADA
                ? published
                : tabled.plusDays(FEDERAL_ANSWER_DAYS);
    }

    /** What is wrong with the days of a petition, as a message key. */
    public static Optional<String> problem(PetitionFacts facts, LocalDate today) {
        if (isAfter(facts.opensOn(), facts.closesOn())) {
            return Optional.of("treaty.refused.petition-days");
        }
        if (isAfter(facts.opensOn(), facts.tabledOn()) || isAfter(facts.tabledOn(), facts.answeredOn())) {
            return Optional.of("treaty.refused.petition-order");
        }
        if (isAfter(facts.tabledOn(), today) || isAfter(facts.answeredOn(), today)) {
            return Optional.of("treaty.refused.petition-ahead");
        }
        return facts.answeredOn() != null && facts.tabledOn() == null
                ? Optional.of("treaty.refused.petition-tabled")
                : Optional.empty();
    }

    private static boolean isAfter(@Nullable LocalDate first, @Nullable LocalDate second) {
        return first != null && second != null && first.isAfter(second);
    }

    /** The parliament to which a petition is addressed. */
    public enum Parliament {
        CANADA,
        QUEBEC;

        /** The message key of its name. */
        public String key() {
            return "treaty.parliament." + name();
        }
    }
}
