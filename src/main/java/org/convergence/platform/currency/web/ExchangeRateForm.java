package org.convergence.platform.currency.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.platform.currency.CurrencyField;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.RateFileReader;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;

/** The fields of a rate. */
public final class ExchangeRateForm {

    public static final Field<String> FROM = CurrencyField.of("from", "currency.field.from");
    public static final Field<String> TO = CurrencyField.of("to", "currency.field.to");
    public static final Field<BigDecimal> RATE =
            Field.of("rate", "currency.field.rate", ExchangeRateForm::readRate, BigDecimal.ONE);
    public static final Field<LocalDate> VALID_FROM = Field.date("validFrom", "currency.field.valid_from");
    public static final Field<LocalDate> VALID_TO =
            Field.date("validTo", "currency.field.valid_to").optional();
    public static final Field<String> SOURCE =
            Field.text("source", "currency.field.source", ExchangeRate.LONGEST_SOURCE);

    /** Confirms a value far from the last one. */
    public static final Field<Boolean> CONFIRMED = Field.checkbox("confirmed", "currency.field.confirmed");

    /** The page to which a new rate leads back. */
    static final String BACK = "back";

    private ExchangeRateForm() {}

    private static @Nullable BigDecimal readRate(FormValues answers) {
        String text = answers.optionalText("rate", 40);
        if (text == null) {
            return null;
        }
        return RateFileReader.parseRate(text).orElseGet(() -> {
            answers.reject("rate", "currency.refused.rate");
            return BigDecimal.ONE;
        });
    }

    static ExchangeRate read(FormValues answers) {
        String from = answers.get(FROM);
        String to = answers.get(TO);
        LocalDate first = answers.get(VALID_FROM);
        LocalDate last = answers.find(VALID_TO);
        if (from.equals(to) && answers.form().problems().isEmpty()) {
            answers.reject(TO.name(), "currency.refused.same");
        }
        if (last != null && last.isBefore(first)) {
            answers.reject(VALID_TO.name(), "currency.refused.days");
        }
        return new ExchangeRate(from, to, answers.get(RATE), first, last == null ? first : last, answers.get(SOURCE));
    }
}
