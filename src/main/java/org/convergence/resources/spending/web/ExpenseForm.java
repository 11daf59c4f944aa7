package org.convergence.resources.spending.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.SalesTaxes;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.spending.domain.CfdiReader;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseQueries.SplitRow;
import org.convergence.resources.spending.domain.ExpenseService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The fields of an expense, on the page and in the API. A Mexican invoice in XML fills in what is left empty. */
@Component
public record ExpenseForm(ExpenseQueries queries) {

    public static final Field<LocalDate> DAY =
            Field.date("day", "spending.field.day").optional();
    public static final Field<String> SUPPLIER = Field.text(
                    "supplier", "spending.field.supplier", ExpenseFacts.LONGEST_SUPPLIER)
            .optional();
    public static final Field<String> NUMBER = Field.text(
                    "number", "spending.field.number", ExpenseFacts.LONGEST_NUMBER)
            .optional();
    public static final Field<String> NOTE =
            Field.text("note", "spending.field.note", ExpenseFacts.LONGEST_NOTE).optional();
    /** Whether the amount contains both taxes, computed from it unless they are typed. */
    public static final Field<Boolean> TAXED = Field.checkbox("taxed", "spending.field.taxed");

    public static final Field<Boolean> COMMITMENT = Field.checkbox("commitment", "spending.field.commitment");

    /** Why a closed expense is taken back. */
    public static final Field<String> REASON = Field.text("reason", "spending.field.reason", ExpenseFacts.LONGEST_NOTE);

    /** Whether nothing stands in place of a closed expense. */
    public static final Field<Boolean> NOTHING = Field.checkbox("nothing", "spending.field.nothing");

    static final BigDecimal MOST = new BigDecimal("9999999999.99");

    /** An expense, to be written as it should be. */
    static Form open(ExpenseRow it, List<SplitRow> splits) {
        Form form = Form.blank()
                .atVersion(it.version())
                .with(COMMITMENT.name(), it.state() == ExpenseState.COMMITTED)
                .with(DAY.name(), it.day())
                .with("amount", it.amount())
                .with("currency", it.currency())
                .with(SUPPLIER.name(), it.supplier())
                .with(NUMBER.name(), it.number())
                .with(NOTE.name(), it.note());
        if (!it.taxes().isNone()) {
            form.with("gst", it.gst()).with("qst", it.qst());
        }
        ExpenseShares.open(form, it.money(), splits);
        return form;
    }

    /** The invoice in a file, if it is a Mexican one in XML. */
    static Optional<CfdiVoucher> readCfdi(MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            return looksLikeXml(file) ? CfdiReader.read(in) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean looksLikeXml(MultipartFile file) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").toLowerCase(Locale.ROOT);
        try (InputStream in = file.getInputStream()) {
            String start = new String(in.readNBytes(64), java.nio.charset.StandardCharsets.UTF_8);
            return name.endsWith(".xml")
                    || start.replace("\ufeff", "").stripLeading().startsWith("<");
        }
    }

    /** Reads the form of the page. */
    ExpenseFacts readPage(FormValues answers, @Nullable CfdiVoucher cfdi) {
        Money amount = readAmount(answers, cfdi);
        return read(answers, cfdi, amount, ExpenseShares.read(answers, amount, queries));
    }

    ExpenseFacts read(FormValues answers, @Nullable CfdiVoucher cfdi, List<ExpenseSplit> splits) {
        return read(answers, cfdi, readAmount(answers, cfdi), splits);
    }

    private static ExpenseFacts read(
            FormValues answers, @Nullable CfdiVoucher cfdi, Money money, List<ExpenseSplit> splits) {
        LocalDate day = answers.find(DAY);
        String supplier = answers.find(SUPPLIER);
        String number = answers.find(NUMBER);
        String note = answers.find(NOTE);
        if (day == null && cfdi == null) {
            answers.reject(DAY.name(), "shell.form.required");
        }
        return new ExpenseFacts(
                day != null ? day : cfdi != null ? cfdi.day() : LocalDate.EPOCH,
                money,
                readTaxes(answers, money),
                supplier != null ? supplier : cfdi != null ? cfdi.supplier() : "",
                number == null ? "" : number,
                note == null ? "" : note,
                answers.checkbox(COMMITMENT.name()),
                splits);
    }

    private static SalesTaxes readTaxes(FormValues answers, Money amount) {
        BigDecimal gst = answers.optionalNumber("gst", BigDecimal.ZERO, MOST);
        BigDecimal qst = answers.optionalNumber("qst", BigDecimal.ZERO, MOST);
        if (gst == null && qst == null && !answers.checkbox(TAXED.name())) {
            return SalesTaxes.NONE;
        }
        if (!amount.getCurrencyUnit().equals(CurrencyUnit.CAD)) {
            answers.reject(TAXED.name(), "spending.refused.taxes");
            return SalesTaxes.NONE;
        }
        SalesTaxes taxes = gst == null && qst == null
                ? SalesTaxes.ofTotal(amount.getAmount())
                : new SalesTaxes(orZero(answers, "gst", gst), orZero(answers, "qst", qst));
        if (amount.isPositive() && taxes.sum().compareTo(amount.getAmount()) >= 0) {
            answers.reject(gst == null ? "qst" : "gst", "spending.refused.taxes");
            return SalesTaxes.NONE;
        }
        return taxes;
    }

    private static BigDecimal orZero(FormValues answers, String name, @Nullable BigDecimal tax) {
        if (tax != null && tax.stripTrailingZeros().scale() > 2) {
            answers.reject(name, "spending.refused.cents");
            return BigDecimal.ZERO;
        }
        return tax == null ? BigDecimal.ZERO : tax;
    }

    private static Money readAmount(FormValues answers, @Nullable CfdiVoucher cfdi) {
        BigDecimal amount = answers.optionalNumber("amount", new BigDecimal("0.01"), MOST);
        String code = answers.form().filled("currency")
                ? answers.form().value("currency").strip().toUpperCase(Locale.ROOT)
                : cfdi == null ? "CAD" : cfdi.currency();
        if (!ExchangeRate.isCurrency(code)) {
            answers.reject("currency", "currency.refused.unknown", code);
            return Money.zero(CurrencyUnit.CAD);
        }
        if (amount == null && cfdi != null) {
            amount = cfdi.total();
        } else if (amount == null) {
            answers.reject("amount", "shell.form.required");
            return Money.zero(CurrencyUnit.CAD);
        }
        if (amount.stripTrailingZeros().scale() > CurrencyUnit.of(code).getDecimalPlaces()) {
            answers.reject("amount", "spending.refused.cents");
            return Money.zero(CurrencyUnit.CAD);
        }
        return ExpenseService.money(amount, code);
    }
}
