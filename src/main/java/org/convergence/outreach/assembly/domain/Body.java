package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A body; its rules and seats are rows of their own. */
@Table(schema = "outreach", value = "assembly_body")
public record Body(
        @Id UUID id,
        @Version int version,
        String name,
        String code,
        @Nullable String specialCode,
        BodyKind kind,
        List<String> standing,
        @Nullable ActionId line,
        @Nullable LocalDate endedOn) {

    static final String TABLE = "outreach.assembly_body";

    static Body of(BodyFacts facts) {
        return new Body(
                Ids.next(),
                0,
                facts.name(),
                facts.code(),
                facts.specialCode(),
                facts.kind(),
                facts.standing(),
                facts.line(),
                null);
    }

    Body withFacts(BodyFacts facts) {
        return new Body(
                id,
                version,
                facts.name(),
                facts.code(),
                facts.specialCode(),
                facts.kind(),
                facts.standing(),
                facts.line(),
                endedOn);
    }

    Body withEndedOn(@Nullable LocalDate day) {
        return new Body(id, version, name, code, specialCode, kind, standing, line, day);
    }

    /** Its editable properties. */
    public BodyFacts facts() {
        return new BodyFacts(name, code, specialCode, kind, standing, line);
    }

    public BodyId typedId() {
        return new BodyId(id);
    }
}
