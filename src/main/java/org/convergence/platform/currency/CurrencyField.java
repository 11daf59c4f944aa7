package org.convergence.platform.currency;

import java.util.Locale;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;

/** A form field for the code of a currency, in capitals or not. */
public final class CurrencyField {

    private CurrencyField() {}

    /** @param label message key */
    public static Field<String> of(String name, String label) {
        return Field.of(name, label, answers -> read(answers, name), "CAD");
    }

    private static @Nullable String read(FormValues answers, String name) {
        String code = answers.optionalText(name, 10);
        if (code != null && !ExchangeRate.isCurrency(code.toUpperCase(Locale.ROOT))) {
            answers.reject(name, "currency.refused.unknown", code);
            return "CAD";
        }
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }
}
