package org.convergence.safety.risk.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.safety.risk.RiskId;
import org.convergence.safety.risk.ThreatKind;
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
}
