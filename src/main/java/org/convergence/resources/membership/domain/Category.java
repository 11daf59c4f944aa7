package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A category of members. */
@Table(schema = "resources", value = "membership_category")
public record Category(
        @Id UUID id,
        @Version int version,
        String code,
        String name,
        MemberKind kind,
        @Nullable String description,
        @Nullable String source,
        @Nullable Integer leastHeadcount,
        @Nullable LocalDate endedOn) {

    static final String TABLE = "resources.membership_category";

    static Category of(CategoryFacts facts) {
        return of(Ids.next(), 0, facts);
    }

    Category withFacts(CategoryFacts facts) {
        return of(id, version, facts);
    }

    private static Category of(UUID id, int version, CategoryFacts facts) {
        return new Category(
                id,
                version,
                facts.code(),
                facts.name(),
                facts.kind(),
                facts.description(),
                facts.source(),
                facts.leastHeadcount(),
                facts.endedOn());
    }

    public CategoryFacts facts() {
        return new CategoryFacts(code, name, kind, description, source, leastHeadcount, endedOn);
    }

    public CategoryId typedId() {
        return new CategoryId(id);
    }

    /** Code and name, as in « A – Organisations centrales ». */
    public String label() {
        return code + " – " + name;
    }

    /** Whether the by-laws accept an organisation with this headcount (R-GOV-1). */
    public boolean acceptsHeadcount(int people) {
        return leastHeadcount == null || people >= leastHeadcount;
    }

    /** Whether it accepts admissions on this day. */
    public boolean isOpenOn(LocalDate day) {
        return endedOn == null || !endedOn.isBefore(day);
    }
}
