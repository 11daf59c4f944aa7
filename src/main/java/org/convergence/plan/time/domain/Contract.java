package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** A stored contract. */
@Table(schema = "plan", value = "time_contract")
record Contract(
        @Id UUID id,
        @Version int version,
        UUID person,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        ContractSource source,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) WorkingWeek week,
        int officeShare,
        boolean beside,
        @Nullable UUID approver) {

    static final String TABLE = "plan.time_contract";

    static Contract of(ContractTerms facts) {
        return of(Ids.next(), 0, facts);
    }

    private static Contract of(UUID id, int version, ContractTerms facts) {
        return new Contract(
                id,
                version,
                facts.person().value(),
                facts.from(),
                facts.to(),
                facts.source(),
                facts.week(),
                facts.officeShare(),
                facts.beside(),
                facts.approver() == null ? null : facts.approver().value());
    }

    Contract withTerms(ContractTerms facts) {
        return of(id, version, facts);
    }

    ContractTerms facts() {
        return new ContractTerms(
                new PersonId(person),
                startsOn,
                endsOn,
                source,
                week,
                officeShare,
                beside,
                approver == null ? null : new PersonId(approver));
    }
}
