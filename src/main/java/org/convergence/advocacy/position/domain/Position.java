package org.convergence.advocacy.position.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.position.MandateSource;
import org.convergence.advocacy.position.PositionId;
import org.convergence.advocacy.position.PositionKind;
import org.convergence.advocacy.position.PositionState;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * A position.
 *
 * @param country ISO 3166-1, two capital letters; {@code null} for none
 * @param mandate what allows us to speak, told in {@code mandateText}, since a day
 * @param wording rises with each change of the texts
 * @param writtenBy the account that wrote last
 * @param read the second look; {@code null} for none yet
 * @param place where it was published; empty before
 */
public record Position(
        PositionId id,
        int version,
        String title,
        PositionKind kind,
        String theme,
        @Nullable String country,
        MandateSource mandate,
        String mandateText,
        LocalDate mandateOn,
        @Nullable ActionId line,
        int wording,
        UUID writtenBy,
        LocalDate writtenOn,
        @Nullable SecondLook read,
        @Nullable LocalDate publishedOn,
        String place,
        @Nullable String url) {

    /** The second look of another person at one wording. */
    public record SecondLook(String by, LocalDate on, int wording) {}

    /** What the form says. */
    public record PositionFacts(
            String title,
            PositionKind kind,
            String theme,
            @Nullable String country,
            MandateSource mandate,
            String mandateText,
            LocalDate mandateOn,
            @Nullable ActionId line,
            List<PositionText> texts,
            List<OrganisationId> signatories) {}

    /** The text in a language. */
    public record PositionText(String language, String body) {}

    /** When and where it was published. */
    public record Publication(
            LocalDate on, String place, @Nullable String url) {}

    /** The state: a second look at other words does not count. */
    public PositionState state() {
        if (publishedOn != null) {
            return PositionState.PUBLISHED;
        }
        return read != null && read.wording() == wording ? PositionState.READ : PositionState.DRAFT;
    }
}
