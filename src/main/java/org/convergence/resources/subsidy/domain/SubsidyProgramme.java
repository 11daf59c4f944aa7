package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.resources.subsidy.SubsidyProgrammeId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A programme that pays a part of a wage (R-GRANT-9).
 *
 * @param leastHours a week
 * @param mostHours a week
 * @param proofs documents that a claim needs, one a line
 * @param checkedOn the day on which the source was last read
 */
@Table(schema = "resources", value = "subsidy_programme")
public record SubsidyProgramme(
        @Id UUID id,
        @Version int version,
        String name,
        String funder,
        @Nullable BigDecimal leastHours,
        @Nullable BigDecimal mostHours,
        @Nullable Integer mostWeeks,

        @Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "terms_")
        WageTerms terms,

        @Nullable String proofs,
        String source,
        LocalDate checkedOn) {

    static final String TABLE = "resources.subsidy_programme";

    /** A new programme, or the typed values of one. */
    public static SubsidyProgramme of(
            String name,
            String funder,
            @Nullable BigDecimal leastHours,
            @Nullable BigDecimal mostHours,
            @Nullable Integer mostWeeks,
            WageTerms terms,
            @Nullable String proofs,
            String source,
            LocalDate checkedOn) {
        return new SubsidyProgramme(
                Ids.next(), 0, name, funder, leastHours, mostHours, mostWeeks, terms, proofs, source, checkedOn);
    }

    SubsidyProgramme as(UUID other, int at) {
        return new SubsidyProgramme(
                other, at, name, funder, leastHours, mostHours, mostWeeks, terms, proofs, source, checkedOn);
    }

    public SubsidyProgrammeId typedId() {
        return new SubsidyProgrammeId(id);
    }

    List<String> proofLines() {
        return proofs == null
                ? List.of()
                : proofs.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
