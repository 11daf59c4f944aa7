package org.convergence.resources.subsidy.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.resources.subsidy.SubsidyId;
import org.convergence.resources.subsidy.SubsidyProgrammeId;
import org.convergence.resources.subsidy.SubsidyState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** The file of a subsidised position. */
@Table(schema = "resources", value = "subsidy")
public record Subsidy(
        @Id UUID id,
        @Version int version,
        SubsidyProgrammeId programme,
        String position,
        @Nullable String reference,
        SubsidyState state,
        @Nullable PersonId person,
        @Nullable UUID contract,
        @Nullable PersonId responsible,
        LocalDate startsOn,
        LocalDate endsOn,

        @Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "approved_")
        ApprovedWage approved,

        @Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "terms_")
        WageTerms terms,

        @Nullable String note) {

    static final String TABLE = "resources.subsidy";

    static Subsidy of(UUID id, int version, SubsidyContent content, WageTerms terms) {
        return new Subsidy(
                id,
                version,
                content.programme(),
                content.position(),
                content.reference(),
                content.state(),
                content.person(),
                content.contract(),
                content.responsible(),
                content.startsOn(),
                content.endsOn(),
                content.approved(),
                terms.approvedWith(content.percent(), content.most()),
                content.note());
    }

    static Subsidy create(SubsidyContent content, WageTerms terms) {
        return of(Ids.next(), 0, content, terms);
    }

    public SubsidyId typedId() {
        return new SubsidyId(id);
    }
}
