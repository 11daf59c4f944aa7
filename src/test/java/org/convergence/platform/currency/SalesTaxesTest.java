package org.convergence.platform.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The taxes of Québec and their rebate: R-TAX-1, R-TAX-7 and vector T7. */
class SalesTaxesTest {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    @Test
    void rebatesHalfOfEachTaxOnItsOwn() {
        BigDecimal price = new BigDecimal("57.33");
        SalesTaxes taxes = SalesTaxes.ofPrice(price);
        assertThat(taxes).isEqualTo(new SalesTaxes(new BigDecimal("2.87"), new BigDecimal("5.72")));
        SalesTaxes rebate = taxes.share(HALF, HALF);
        assertThat(rebate).isEqualTo(new SalesTaxes(new BigDecimal("1.44"), new BigDecimal("2.86")));
        assertThat(price.add(taxes.sum()).subtract(rebate.sum())).isEqualByComparingTo("61.62");
    }

    @Property(tries = 1_000)
    void findsTheTaxesWithinATotal(@ForAll @IntRange(min = 1, max = 10_000_000) int cents) {
        BigDecimal price = BigDecimal.valueOf(cents, 2);
        SalesTaxes taxes = SalesTaxes.ofPrice(price);
        SalesTaxes found = SalesTaxes.ofTotal(price.add(taxes.sum()));
        assertThat(found).isEqualTo(taxes);
    }
}
