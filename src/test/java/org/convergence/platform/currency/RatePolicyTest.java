package org.convergence.platform.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.currency.RateFileReader.RateFile;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Conversions round once and use the right rate (vectors V1 to V3 of the project rules). */
class RatePolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static ExchangeRate rate(String from, String to, String rate, String first, String last) {
        return new ExchangeRate(
                from, to, new BigDecimal(rate), LocalDate.parse(first), LocalDate.parse(last), "source");
    }

    private static ExchangeRate rate(String from, String to, String rate) {
        return rate(from, to, rate, "2026-03-10", "2026-03-10");
    }

    private static Money convert(String amount, String to, LocalDate day, ExchangeRate... known) {
        Money money = Money.parse(amount);
        return RatePolicy.convert(
                money,
                to,
                RatePolicy.findSteps(List.of(known), money.getCurrencyUnit().getCode(), to, day)
                        .orElseThrow());
    }

    @Test
    void multipliesByTheRateAndRoundsToTheCent() {
        // V1
        assertThat(convert("MXN 12345.67", "CAD", DAY, rate("MXN", "CAD", "0.0737")))
                .isEqualTo(Money.parse("CAD 909.88"));
    }

    @Test
    void roundsOnceThroughAThirdCurrency() {
        // V2: rounding to dollars of the United States first gives 104.49.
        assertThat(convert("HTG 10000", "CAD", DAY, rate("USD", "HTG", "131.2345"), rate("USD", "CAD", "1.3712")))
                .isEqualTo(Money.parse("CAD 104.48"));
        assertThat(convert("HTG 10000", "CAD", DAY, rate("HTG", "USD", "0.0076199"), rate("USD", "CAD", "1.3712")))
                .isEqualTo(Money.parse("CAD 104.48"));
    }

    @Test
    void usesTheIntervalOfARateAndTheLastEarlierDayOfAnother() {
        // V3: a Saturday; the rate of the peso covers it, that of the dollar is Thursday's.
        assertThat(convert(
                        "COP 1000000",
                        "CAD",
                        LocalDate.of(2018, 3, 31),
                        rate("USD", "COP", "2780.47", "2018-03-29", "2018-04-02"),
                        rate("USD", "COP", "2790.00", "2018-04-03", "2018-04-03"),
                        rate("USD", "CAD", "1.2800", "2018-03-28", "2018-03-28"),
                        rate("USD", "CAD", "1.2900", "2018-03-29", "2018-03-29"),
                        rate("USD", "CAD", "1.3100", "2018-04-03", "2018-04-03")))
                .isEqualTo(Money.parse("CAD 463.95"));
    }

    @Test
    void neverUsesALaterRate() {
        assertThat(RatePolicy.findSteps(
                        List.of(rate("USD", "CAD", "1.37", "2026-03-11", "2026-03-11")), "USD", "CAD", DAY))
                .isEmpty();
    }

    @Test
    void asksAboutARateFiveTimesTheLastOne() {
        BigDecimal last = new BigDecimal("0.0737");
        assertThat(RatePolicy.isSuspect(new BigDecimal("13.57"), last)).isTrue();
        assertThat(RatePolicy.isSuspect(new BigDecimal("0.3685"), last)).isTrue();
        assertThat(RatePolicy.isSuspect(new BigDecimal("0.01474"), last)).isTrue();
        assertThat(RatePolicy.isSuspect(new BigDecimal("0.36"), last)).isFalse();
        assertThat(RatePolicy.isSuspect(new BigDecimal("13.57"), null)).isFalse();
    }

    @Test
    void readsTheFileOfTheBankOfCanada() {
        RateFile file = read("""
                "TERMS AND CONDITIONS"
                "https://www.bankofcanada.ca/terms/"

                "SERIES"
                "id","label","description"
                "FXUSDCAD","USD/CAD","Daily rate"
                "FXMXNCAD","MXN/CAD","Daily rate"

                "OBSERVATIONS"
                "date","FXUSDCAD","FXMXNCAD"
                "2018-03-29","1.2894","0.0706"
                "2018-03-30","",""
                "2018-04-03","1.2845","x"
                """);
        assertThat(file.rates())
                .extracting(ExchangeRate::fromCurrency, rate -> rate.rate().toPlainString(), ExchangeRate::validTo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("USD", "1.2894", LocalDate.of(2018, 3, 29)),
                        org.assertj.core.groups.Tuple.tuple("MXN", "0.0706", LocalDate.of(2018, 3, 29)),
                        org.assertj.core.groups.Tuple.tuple("USD", "1.2845", LocalDate.of(2018, 4, 3)));
        assertThat(file.unreadable()).hasSize(1);
    }

    @Test
    void readsAnyListWithCommasOrPoints() {
        RateFile file = read("""
                de;vers;taux;du;au;source
                USD;COP;2 780,47;2018-03-29;2018-04-02;TRM
                mxn;cad;0,0737;2018-03-29;;
                MXN;MXN;1;2018-03-29;;
                USD;CAD;-1;2018-03-29;;
                USD;CAD;1,29;2018-03-29;2018-03-01;
                """);
        assertThat(file.rates())
                .containsExactly(
                        new ExchangeRate(
                                "USD",
                                "COP",
                                new BigDecimal("2780.47"),
                                LocalDate.of(2018, 3, 29),
                                LocalDate.of(2018, 4, 2),
                                "TRM"),
                        new ExchangeRate(
                                "MXN",
                                "CAD",
                                new BigDecimal("0.0737"),
                                LocalDate.of(2018, 3, 29),
                                LocalDate.of(2018, 3, 29),
                                "file.csv"));
        assertThat(file.unreadable()).containsExactly(4, 5, 6);
        assertThat(RateFileReader.parseRate("2,780.47")).contains(new BigDecimal("2780.47"));
    }

    private static RateFile read(String text) {
        return RateFileReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "file.csv");
    }
}
