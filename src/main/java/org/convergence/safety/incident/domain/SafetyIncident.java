package org.convergence.safety.incident.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An incident or a near miss.
 *
 * @param code its pseudonym, which tells the year alone
 * @param toldAt when it was noted
 * @param writtenDueOn the day by which it is written; {@code null} on the restricted form
 * @param reviewDueOn the day by which it is reviewed; {@code null} on the restricted form
 * @param privacyIncident its entry in the register of confidentiality incidents
 */
@Table(schema = "safety", value = "incident")
public record SafetyIncident(
        @Id UUID id,
        @Version int version,
        String code,

        @Embedded(onEmpty = OnEmpty.USE_EMPTY) SafetyIncidentFacts facts,

        Instant toldAt,
        @Nullable LocalDate writtenDueOn,
        @Nullable LocalDate reviewDueOn,
        @Nullable UUID privacyIncident,
        @Nullable LocalDate closedOn) {

    static final String TABLE = "safety.incident";

    SafetyIncident with(SafetyIncidentFacts other, @Nullable LocalDate written) {
        UUID entry = other.privacy() ? privacyIncident : null;
        return new SafetyIncident(id, version, code, other, toldAt, written, reviewDueOn, entry, closedOn);
    }

    SafetyIncident with(@Nullable UUID entry, @Nullable LocalDate closed) {
        return new SafetyIncident(id, version, code, facts, toldAt, writtenDueOn, reviewDueOn, entry, closed);
    }

    public SafetyIncidentId typedId() {
        return new SafetyIncidentId(id);
    }

    /** An incident or a near miss. */
    public record SafetyIncidentId(UUID value) implements Identifier {}
}
