package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
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

    /**
     * What a subsidy pays of an hour.
     *
     * @param percent share of the hourly wage
     * @param capAmount of an hour; {@code null} without an amount as cap
     * @param most for one position; {@code null} for no such limit
     * @param charges whether it also pays the employer charges on its share
     * @param complement whether another funder may pay the rest of the same hour
     */
    public record WageTerms(
            BigDecimal percent,
            HourlyCap cap,
            @Nullable BigDecimal capAmount,
            @Nullable BigDecimal most,
            boolean charges,
            boolean complement) {

        /** The limit of the share of an hour. */
        public enum HourlyCap {
            NONE,
            /** The minimum wage of the day worked. */
            MINIMUM_WAGE,
            AMOUNT;

            /** The message key of its name. */
            public String key() {
                return "subsidy.cap." + name();
            }
        }

        /** The same terms as approved for one position; {@code null} where the programme's own value stays. */
        WageTerms approvedWith(@Nullable BigDecimal share, @Nullable BigDecimal limit) {
            return new WageTerms(
                    share == null ? percent : share, cap, capAmount, limit == null ? most : limit, charges, complement);
        }
    }

    /** A programme that pays a part of a wage. */
    public record SubsidyProgrammeId(UUID value) implements Identifier {}

    /** The minimum wage of each day. */
    public static final class MinimumWageSchedule {

        private final NavigableMap<LocalDate, BigDecimal> rates;

        /** @param rates by the first day of each */
        public MinimumWageSchedule(Map<LocalDate, BigDecimal> rates) {
            this.rates = new TreeMap<>(rates);
        }

        /**
         * The minimum wage of a day.
         *
         * @throws Refused if none is known for that day
         */
        public BigDecimal on(LocalDate day) {
            Map.Entry<LocalDate, BigDecimal> rate = rates.floorEntry(day);
            if (rate == null) {
                throw new Refused("subsidy.refused.no-minimum", day);
            }
            return rate.getValue();
        }
    }
}
