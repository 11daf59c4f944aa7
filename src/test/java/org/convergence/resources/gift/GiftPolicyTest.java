package org.convergence.resources.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.convergence.platform.database.Refused;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftPolicy;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Which gifts can be recorded, and which months are awaited (R-GIFT-1 to R-GIFT-3). */
class GiftPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static GiftFacts gift(GiftMethod method, String amount, String description, LocalDate day) {
        return new GiftFacts(
                null, day, Money.of(CurrencyUnit.of("CAD"), new BigDecimal(amount)), method, "", description, "", null);
    }

    private static void refuses(GiftFacts facts, String key) {
        assertThatThrownBy(() -> GiftPolicy.requireSound(facts, TODAY))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo(key));
    }

    @Test
    void moneyHasAnAmountAndThingsAreNamed() {
        GiftPolicy.requireSound(gift(GiftMethod.CASH, "0.01", "", TODAY), TODAY);
        GiftPolicy.requireSound(gift(GiftMethod.IN_KIND, "0", "Trois chaises", TODAY), TODAY);
        refuses(gift(GiftMethod.CASH, "0", "", TODAY), "gift.refused.amount");
        refuses(gift(GiftMethod.IN_KIND, "40", "", TODAY), "gift.refused.description");
        refuses(gift(GiftMethod.CASH, "5", "", TODAY.plusDays(1)), "gift.refused.future");
        refuses(gift(GiftMethod.CASH, "5", "", LocalDate.of(1949, 12, 31)), "gift.refused.past");
        GiftPolicy.requireSound(gift(GiftMethod.CASH, "5", "", LocalDate.of(1950, 1, 1)), TODAY);
    }

    @Test
    void awaitsTheEarliestMonthThatIsNeitherReceivedNorExcused() {
        assertThat(GiftPolicy.nextMonth(MARCH, null, Set.of())).isEqualTo(MARCH);
        assertThat(GiftPolicy.nextMonth(MARCH, null, Set.of(MARCH, MARCH.plusMonths(2))))
                .isEqualTo(MARCH.plusMonths(1));
        assertThat(GiftPolicy.nextMonth(MARCH, MARCH.plusMonths(1), Set.of(MARCH, MARCH.plusMonths(1))))
                .isNull();
    }

    @Test
    void aMonthIsMissingAWeekAfterItsDay() {
        assertThat(GiftPolicy.missingFrom(MARCH, 28)).isEqualTo(LocalDate.of(2026, 4, 4));
    }

    @Test
    void anAppealTakesGiftsFromItsFirstDayToItsLast() {
        assertThat(GiftPolicy.isOpen(TODAY, TODAY, TODAY)).isTrue();
        assertThat(GiftPolicy.isOpen(TODAY, null, TODAY.plusYears(1))).isTrue();
        assertThat(GiftPolicy.isOpen(TODAY, null, TODAY.minusDays(1))).isFalse();
        assertThat(GiftPolicy.isOpen(TODAY, TODAY, TODAY.plusDays(1))).isFalse();
    }
}
