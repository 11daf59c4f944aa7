package org.convergence.plan.realisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convergence.plan.realisation.Participations.ParticipationInput;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParticipationsTest {

    @Test
    void aCountAloneIsNotStated() {
        assertThat(said(24, null, null, null, null, null)).isEqualTo(new Participations(0, 0, 0, 24, null));
    }

    @Test
    void theRemainderOfADistributionIsNotStated() {
        assertThat(said(24, 10, 8, null, null, null)).isEqualTo(new Participations(10, 8, 0, 6, null));
    }

    @Test
    void aDistributionAloneIsTheWhole() {
        assertThat(said(null, 10, 8, 1, null, null)).isEqualTo(new Participations(10, 8, 1, 0, null));
        assertThat(said(null, 10, null, null, 3, null)).isEqualTo(new Participations(10, 0, 0, 3, null));
    }

    @Test
    void youngPeopleAloneAreNotStatedOtherwise() {
        assertThat(said(null, null, null, null, null, 12)).isEqualTo(new Participations(0, 0, 0, 12, 12));
    }

    @Test
    void noNumbersIsNotZero() {
        assertThat(said(null, null, null, null, null, null)).isNull();
        assertThat(said(0, null, null, null, null, null)).isEqualTo(Participations.of(0));
    }

    @Test
    void refusesADistributionLargerThanTheCount() {
        assertThatThrownBy(() -> said(10, 8, 3, null, null, null))
                .isInstanceOf(Refused.class)
                .hasMessage("realisation.participations.more");
    }

    @Test
    void refusesACompleteDistributionSmallerThanTheCount() {
        assertThatThrownBy(() -> said(10, 3, 3, 0, 2, null)).hasMessage("realisation.participations.less");
    }

    @Test
    void refusesMoreYouthThanParticipants() {
        assertThatThrownBy(() -> said(10, null, null, null, null, 11)).hasMessage("realisation.participations.youth");
    }

    @Test
    void refusesMoreThanAMillion() {
        assertThatThrownBy(() -> said(null, Integer.MAX_VALUE, Integer.MAX_VALUE, null, null, null))
                .hasMessage("realisation.participations.too-many");
    }

    @Property
    void theTotalIsTheCountWhateverItsDistribution(
            @ForAll @IntRange(max = 3000) int women,
            @ForAll @IntRange(max = 3000) int men,
            @ForAll @IntRange(max = 3000) int other,
            @ForAll @IntRange(max = 3000) int rest) {
        int count = women + men + other + rest;
        Participations all = Objects.requireNonNull(said(count, women, men, other, null, null));
        assertThat(all.total()).isEqualTo(count);
        assertThat(all.notStated()).isEqualTo(rest);
        assertThat(said(count, women, men, other, rest, null)).isEqualTo(all);
        assertThat(said(null, women, men, other, rest, null)).isEqualTo(all);
    }

    @Property
    void refusesAnyCountSmallerThanItsDistribution(
            @ForAll @IntRange(min = 1, max = 3000) int women,
            @ForAll @IntRange(max = 3000) int men,
            @ForAll @IntRange(min = 1, max = 3000) int missing) {
        int count = Math.max(0, women + men - missing);
        assertThatThrownBy(() -> said(count, women, men, null, null, null)).isInstanceOf(Refused.class);
    }

    private static @Nullable Participations said(
            @Nullable Integer count,
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer other,
            @Nullable Integer notStated,
            @Nullable Integer youth) {
        return Participations.of(count, new ParticipationInput(women, men, other, notStated, youth));
    }
}
