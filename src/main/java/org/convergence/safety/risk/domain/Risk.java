package org.convergence.safety.risk.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.safety.risk.ThreatKind;
import org.convergence.safety.risk.domain.Risk.RiskScore;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A risk of the register.
 *
 * @param closedOn since when it no longer counts; {@code null} while it does
 */
@Table(schema = "safety", value = "risk")
public record Risk(
        @Id UUID id,
        @Version int version,
        ThreatKind threat,
        String description,
        String exposed,
        @Nullable String zone,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "inherent_")
        RiskScore inherent,

        @Nullable String measures,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "residual_")
        RiskScore residual,

        @Nullable PersonId owner,
        LocalDate reviewOn,
        @Nullable LocalDate closedOn) {

    static final String TABLE = "safety.risk";

    static Risk of(UUID id, int version, RiskFacts facts) {
        return new Risk(
                id,
                version,
                facts.threat(),
                facts.description(),
                facts.exposed(),
                facts.zone(),
                facts.inherent(),
                facts.measures(),
                facts.residual(),
                facts.owner(),
                facts.reviewOn(),
                null);
    }

    static Risk create(RiskFacts facts) {
        return of(Ids.next(), 0, facts);
    }

    Risk closed(LocalDate day) {
        return new Risk(
                id, version, threat, description, exposed, zone, inherent, measures, residual, owner, reviewOn, day);
    }

    /** Whether each word is in its texts, whatever accents and capitals. */
    public boolean mentions(String words) {
        String text = TextNormalizer.fold(Stream.of(description, exposed, zone, measures)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
        return Arrays.stream(TextNormalizer.fold(words).split(" ")).allMatch(text::contains);
    }

    public RiskId typedId() {
        return new RiskId(id);
    }

    /**
     * Likelihood by impact (R-SEC-3).
     *
     * @param likelihood 1 (very unlikely) to 5 (very likely)
     * @param impact 1 (negligible) to 5 (critical)
     */
    public record RiskScore(int likelihood, int impact) {

        /** The highest of both. */
        public static final int MOST = 5;

        public RiskScore {
            if (likelihood < 1 || likelihood > MOST || impact < 1 || impact > MOST) {
                throw new IllegalArgumentException("likelihood and impact are from 1 to 5");
            }
        }

        /** From 1 to 25. */
        public int value() {
            return likelihood * impact;
        }

        public RiskBand band() {
            return RiskBand.of(value());
        }

        /** The band of a score from 1 to 25 (R-SEC-3). */
        public enum RiskBand {
            LOW(1, Tone.OK),
            MODERATE(5, Tone.AHEAD),
            HIGH(10, Tone.WARN),
            CRITICAL(15, Tone.BAD);

            private final int from;
            private final Tone tone;

            RiskBand(int from, Tone tone) {
                this.from = from;
                this.tone = tone;
            }

            /** The band of a score. */
            public static RiskBand of(int score) {
                RiskBand band = LOW;
                for (RiskBand each : values()) {
                    if (score >= each.from) {
                        band = each;
                    }
                }
                return band;
            }

            public Tone tone() {
                return tone;
            }

            /** Key of its name in the messages. */
            public String key() {
                return "risk.band." + name();
            }
        }
    }

    /**
     * What the register says of a risk.
     *
     * @param description 1 to 500 characters
     * @param exposed who and what is exposed, 1 to 300 characters
     * @param zone 1 to 200 characters; {@code null} for everywhere
     * @param measures 1 to 2,000 characters; {@code null} for none yet
     * @param reviewOn the day of the next review
     */
    public record RiskFacts(
            ThreatKind threat,
            String description,
            String exposed,
            @Nullable String zone,
            RiskScore inherent,
            @Nullable String measures,
            RiskScore residual,
            @Nullable PersonId owner,
            LocalDate reviewOn) {}

    /** A risk of the register. */
    public record RiskId(UUID value) implements Identifier {}
}
