package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void bothDaysBelongToIt() {
        Period january = new Period(START, LocalDate.of(2025, 1, 31));

        assertThat(january.contains(START)).isTrue();
        assertThat(january.contains(LocalDate.of(2025, 1, 31))).isTrue();
        assertThat(january.contains(LocalDate.of(2025, 2, 1))).isFalse();
        assertThat(Period.ALWAYS.contains(START)).isTrue();
    }

    @Test
    void rejectsEndBeforeBeginning() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(START, START.minusDays(1)));
    }

    @Property
    void twoOverlapIfSomeDayLiesInBothAndShareExactlyTheseDays(
            @ForAll @IntRange(max = 6) int since,
            @ForAll @IntRange(max = 6) int length,
            @ForAll @IntRange(max = 6) int otherSince,
            @ForAll @IntRange(max = 6) int otherLength,
            @ForAll boolean open,
            @ForAll boolean otherOpen) {
        Period one = new Period(day(since), open ? null : day(since + length));
        Period other = new Period(otherOpen ? null : day(otherSince), day(otherSince + otherLength));

        boolean some = false;
        for (int i = -1; i < 20; i++) {
            some |= one.contains(day(i)) && other.contains(day(i));
        }
        assertThat(one.overlaps(other)).isEqualTo(some);
        assertThat(other.overlaps(one)).isEqualTo(some);
        if (some) {
            for (int i = -1; i < 20; i++) {
                boolean inBoth = one.contains(day(i)) && other.contains(day(i));
                assertThat(one.shared(other).contains(day(i))).isEqualTo(inBoth);
            }
        }
    }

    private static LocalDate day(int i) {
        return START.plusDays(i);
    }
}
