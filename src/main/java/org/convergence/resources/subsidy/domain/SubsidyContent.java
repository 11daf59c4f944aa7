package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.resources.subsidy.SubsidyProgrammeId;
import org.convergence.resources.subsidy.SubsidyState;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file.
 *
 * @param position 1 to 200 characters
 * @param reference the funder's number
 * @param person {@code null} until the person is chosen
 * @param contract of this person in {@code plan.time}
 * @param percent as approved; {@code null} for the programme's
 * @param most as approved; {@code null} for the programme's
 * @param due days of the steps that have one
 */
public record SubsidyContent(
        SubsidyProgrammeId programme,
        String position,
        @Nullable String reference,
        SubsidyState state,
        @Nullable PersonId person,
        @Nullable UUID contract,
        @Nullable PersonId responsible,
        LocalDate startsOn,
        LocalDate endsOn,
        ApprovedWage approved,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal most,
        Map<SubsidyStepKind, LocalDate> due,
        @Nullable String note) {

    public SubsidyContent {
        due = Map.copyOf(due);
    }
}
