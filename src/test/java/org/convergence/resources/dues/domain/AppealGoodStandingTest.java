package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.membership.MemberAccount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An unpaid appeal does not affect good standing (R-MEMBER-4). */
class AppealGoodStandingTest extends DuesYearFixture {

    @Autowired
    private DuesStandingSource standing;

    @Test
    void goodStandingDependsOnDuesOnly() {
        LocalDate later = settings.today().plusYears(1);
        issueAndSend(as(() -> calls.prepare(facts(CallKind.APPEAL, "100", null))));
        assertThat(as(() -> standing.accounts(List.of(big), later)).get(big)).isNull();
        issueAndSend(as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null))));
        MemberAccount account = Objects.requireNonNull(
                as(() -> standing.accounts(List.of(big), later)).get(big));
        assertThat(account.overdueSince()).isEqualTo(settings.today().plusDays(30));
        assertThat(account.owed()).singleElement().hasToString("CAD 1000.00");
    }
}
