package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.currency.CurrencyField;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.domain.RemittanceMethod;
import org.convergence.resources.spending.domain.RemittanceService.RemittanceFacts;
import org.jspecify.annotations.Nullable;

/**
 * The money of a budget sent to partners abroad.
 *
 * @param record address of the record to which the budget belongs
 * @param currency of the budget
 * @param method how expenses are converted, in words
 * @param form adds a remittance; {@code null} without the permission, as the next two
 * @param terms says how expenses are converted
 */
public record RemittancePage(
        String url,
        String title,
        String record,
        String currency,
        String method,
        List<RemittedPart> sums,
        List<RemittanceItem> items,
        @Nullable Form form,
        @Nullable ChooserField partner,
        @Nullable Form terms) {

    public static final Field<LocalDate> SENT_ON = Field.date("sentOn", "spending.remittance.field.sent_on");
    public static final Field<String> CURRENCY = CurrencyField.of("currency", "spending.remittance.field.currency");
    public static final Field<String> REFERENCE = Field.text(
                    "reference", "spending.remittance.field.reference", RemittanceFacts.LONGEST_REFERENCE)
            .optional();

    /** Confirms amounts whose rate is far from the published one. */
    public static final Field<Boolean> CONFIRMED = Field.checkbox("confirmed", "spending.remittance.field.confirmed");

    public static final Field<RemittanceMethod> METHOD = Field.choice(
            "method", "spending.remittance.field.method", List.of(RemittanceMethod.values()), RemittanceMethod::key);
    public static final Field<String> PLANNED_CURRENCY = CurrencyField.of(
                    "plannedCurrency", "spending.remittance.field.planned-currency")
            .optional();

    static final String PARTNER = "partner";

    /**
     * What became of the money sent in one currency, in words.
     *
     * @param warning if more was spent than received; {@code null} otherwise
     */
    public record RemittedPart(
            String currency,
            String sent,
            String received,
            String spent,
            String left,
            @Nullable String warning) {}

    /** A remittance, in words; {@code remove} is {@code null} without the permission. */
    public record RemittanceItem(
            String partner,
            String detail,
            String received,
            @Nullable String remove) {}

    static String url(BudgetId budget) {
        return ExpensePage.LIST + "/remittance?budget=" + budget.value();
    }
}
