package org.convergence.platform.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The sales taxes of Québec on a price: both are computed on the price before taxes, and each is rounded to the cent
 * (R-TAX-1).
 *
 * @param gst TPS
 * @param qst TVQ
 */
public record SalesTaxes(BigDecimal gst, BigDecimal qst) {

    public static final SalesTaxes NONE = new SalesTaxes(new BigDecimal("0.00"), new BigDecimal("0.00"));

    private static final BigDecimal GST = new BigDecimal("0.05");
    private static final BigDecimal QST = new BigDecimal("0.09975");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The taxes on a price before taxes. */
    public static SalesTaxes ofPrice(BigDecimal price) {
        return new SalesTaxes(round(price.multiply(GST)), round(price.multiply(QST)));
    }

    /** The taxes that a total contains; of a total that no price gives, those of the nearest price. */
    public static SalesTaxes ofTotal(BigDecimal total) {
        BigDecimal price = total.divide(BigDecimal.ONE.add(GST).add(QST), 2, RoundingMode.HALF_UP);
        return Stream.of(price, price.subtract(CENT), price.add(CENT))
                .min(Comparator.comparing(
                        each -> each.add(ofPrice(each).sum()).subtract(total).abs()))
                .map(SalesTaxes::ofPrice)
                .orElseThrow();
    }

    /** A share of each tax, each rounded half up to the cent on its own (R-TAX-7). */
    public SalesTaxes share(BigDecimal gstPercent, BigDecimal qstPercent) {
        return new SalesTaxes(
                round(gst.multiply(gstPercent).movePointLeft(2)),
                round(qst.multiply(qstPercent).movePointLeft(2)));
    }

    /** Both together. */
    public BigDecimal sum() {
        return gst.add(qst);
    }

    /** Whether there is neither. */
    public boolean isNone() {
        return gst.signum() == 0 && qst.signum() == 0;
    }

    private static BigDecimal round(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
