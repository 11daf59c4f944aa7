package org.convergence.platform.currency.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.currency.CurrencyField;
import org.convergence.platform.currency.ExchangeRateId;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;

/** The list of exchange rates. */
public record ExchangeRateListPage(ListFrame frame, List<ExchangeRateListItem> items, boolean mayEdit) {

    static final String LIST = "/platform/currency";

    public static final Field<String> CURRENCY =
            CurrencyField.of("currency", "currency.filter.currency").optional();
    public static final Field<LocalDate> DAY =
            Field.date("day", "currency.filter.day").optional();

    /** A rate in the list, « 1 MXN = 0,0737 $ ». */
    public record ExchangeRateListItem(ExchangeRateId id, String rate, String days, String source) {

        /** Where it is removed. */
        public String removal() {
            return LIST + "/" + id.value() + "/remove";
        }
    }

    /** The form that adds a rate, or imports a file. */
    public record ExchangeRateFormPage(Form form, boolean isImport) {

        public String action() {
            return LIST + (isImport ? "/import" : "/new");
        }

        public String cancel() {
            String back = form.value(ExchangeRateForm.BACK);
            return SeeOther.isLocal(back) ? back : LIST;
        }
    }

    /** The result of an import. */
    public record ExchangeRateImportPage(
            int added, int known, List<String> suspect, List<String> different, List<Integer> unreadable) {}
}
