package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.resources.spending.domain.TaxRebateService.TaxRebateFacts;
import org.jspecify.annotations.Nullable;

/**
 * The periods in which taxes are rebated, and the claims.
 *
 * @param form {@code null} unless the reader keeps the periods
 */
public record TaxRebatePage(
        List<TaxRebateItem> periods,
        List<TaxClaimItem> claims,
        @Nullable Form form) {

    public static final Field<LocalDate> FROM = Field.date("from", "spending.taxes.field.from");
    public static final Field<LocalDate> UNTIL =
            Field.date("until", "spending.taxes.field.until").optional();
    public static final Field<String> SOURCE =
            Field.text("source", "spending.taxes.field.source", TaxRebateFacts.LONGEST_SOURCE);

    static final String URL = ExpensePage.LIST + "/taxes";

    /** A period; {@code remove} is the address that withdraws it, {@code null} without the permission. */
    public record TaxRebateItem(
            String period, String detail, @Nullable String remove) {}

    /** A half-year, with all amounts in words. */
    public record TaxClaimItem(
            String period, String gst, String gstRebate, String qst, String qstRebate, String total, String detail) {}
}
