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

/** A category as it is kept. */
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

    Category saying(CategoryFacts facts) {
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

    /** What it is called where members are told apart: « A – Organisations centrales ». */
    public String label() {
        return code + " – " + name;
    }

    /** Whether the by-laws let an organisation of so many people belong to it (R-GOV-1). */
    public boolean isFor(int people) {
        return leastHeadcount == null || people >= leastHeadcount;
    }

    /** Whether one may be admitted to it on a day. */
    public boolean isOpen(LocalDate day) {
        return endedOn == null || !endedOn.isBefore(day);
    }
}
