package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.Decision;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.delegation.domain.BylawService;
import org.convergence.resources.delegation.domain.StepTable;
import org.convergence.resources.delegation.domain.StepTable.DelegationStep;
import org.convergence.resources.membership.CategoryId;
import org.springframework.stereotype.Component;

/** The delegates that the by-laws give each category, as the assembly adopted them. */
@Component
class DelegationChapter {

    private static final LocalDate SINCE = LocalDate.of(2019, 10, 23);

    private static final Map<String, StepTable> TABLES = Map.of(
            "A", new StepTable(List.of(new DelegationStep(0, 6, 6), new DelegationStep(50_000, 8, 8))),
            "B",
                    new StepTable(List.of(
                            new DelegationStep(0, 1, 1),
                            new DelegationStep(101, 2, 2),
                            new DelegationStep(1_001, 3, 3),
                            new DelegationStep(10_001, 5, 5))),
            "C", new StepTable(List.of(new DelegationStep(0, 2, 1))),
            "D", new StepTable(List.of(new DelegationStep(0, 1, 1))));

    private final BylawService bylaws;
    private final AuditedOperations operations;

    DelegationChapter(BylawService bylaws, AuditedOperations operations) {
        this.bylaws = bylaws;
        this.operations = operations;
    }

    void enter(Actor who, Map<String, CategoryId> categories) {
        var decision = new Decision("AGA", SINCE, "AGA-2019-05", null);
        List.of("A", "B", "C", "D")
                .forEach(code -> operations.callAs(
                        who,
                        "delegation.adopt",
                        () -> bylaws.adopt(
                                Objects.requireNonNull(categories.get(code)),
                                SINCE,
                                Objects.requireNonNull(TABLES.get(code)),
                                "Règlements généraux, article 9",
                                decision)));
    }
}
