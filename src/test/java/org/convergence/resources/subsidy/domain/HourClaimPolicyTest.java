package org.convergence.resources.subsidy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.convergence.platform.database.Refused;
import org.convergence.resources.subsidy.domain.HourClaimPolicy.EntryClaim;

/** R-GRANT-11: all claims on an hour stay within its cost. */
class HourClaimPolicyTest {

    private static final String SUBSIDY = "resources.subsidy/claim/1";
    private static final String AGREEMENT = "resources.grant/agreement/1";

    /** V9 of rules-projects.md: an hour costs 24,00 and 2,88 of charges. */
    @Example
    void allowsTheComplementUpToTheCostAndSaysTheExcess() {
        List<EntryClaim> subsidy = List.of(claim(SUBSIDY, "16.60", true));
        assertThat(HourClaimPolicy.excess(subsidy, claim(AGREEMENT, "10.28", true)))
                .isEqualByComparingTo("0");
        assertThat(HourClaimPolicy.excess(subsidy, claim(AGREEMENT, "12.00", true)))
                .isEqualByComparingTo("1.72");
    }

    @Example
    void refusesAComplementThatEitherClaimForbids() {
        for (boolean first : new boolean[] {true, false}) {
            assertThatThrownBy(() ->
                            HourClaimPolicy.excess(List.of(claim(SUBSIDY, "1", first)), claim(AGREEMENT, "1", !first)))
                    .isInstanceOf(Refused.class)
                    .hasMessage("subsidy.refused.no-complement");
        }
    }

    @Example
    void refusesASecondWageSubsidy() {
        assertThatThrownBy(() -> HourClaimPolicy.excess(
                        List.of(claim(SUBSIDY, "1", true)), claim("resources.subsidy/claim/2", "1", true)))
                .isInstanceOf(Refused.class)
                .hasMessage("subsidy.refused.claimed-twice");
    }

    @Property
    void acceptedClaimsStayWithinTheLowestStatedCost(@ForAll("claims") List<EntryClaim> offered) {
        List<EntryClaim> accepted = new ArrayList<>();
        for (EntryClaim each : offered) {
            try {
                if (HourClaimPolicy.excess(accepted, each).signum() == 0) {
                    accepted.add(each);
                }
            } catch (Refused refused) {
                // A refused claim is not stored.
            }
        }
        BigDecimal sum = accepted.stream().map(EntryClaim::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(accepted).allSatisfy(each -> assertThat(sum).isLessThanOrEqualTo(each.cost()));
        assertThat(accepted).filteredOn(EntryClaim::isWageSubsidy).hasSizeLessThanOrEqualTo(1);
        assertThat(accepted.size() < 2 || accepted.stream().allMatch(EntryClaim::complement))
                .isTrue();
    }

    @Provide
    Arbitrary<List<EntryClaim>> claims() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(40))
                .ofScale(2);
        return Combinators.combine(
                        Arbitraries.of(SUBSIDY, "resources.subsidy/claim/2", AGREEMENT, "resources.grant/agreement/2"),
                        amounts,
                        amounts,
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as(EntryClaim::new)
                .list()
                .ofMaxSize(6);
    }

    private static EntryClaim claim(String claimant, String amount, boolean complement) {
        return new EntryClaim(claimant, new BigDecimal("26.88"), new BigDecimal(amount), complement);
    }
}
