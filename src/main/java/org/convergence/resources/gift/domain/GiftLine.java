package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.imports.AmountReader;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of a gift site.
 *
 * @param reference its number there; a fingerprint of the line where the list has none, so that the same list is known
 * @param organisation empty for a gift of a person
 * @param mail empty where there is none, or it is no address
 * @param amount less what was paid back in part
 * @param refunded whether nothing of it is left there
 * @param campaign empty for none
 * @param lack why it cannot be read; {@code null} if it can
 */
record GiftLine(
        int number,
        String reference,
        LocalDate day,
        String given,
        String family,
        String organisation,
        String mail,
        Money amount,
        GiftMethod method,
        boolean refunded,
        String campaign,
        @Nullable ImportRemark lack) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REFERENCE = 100;
    private static final Set<String> REFUSED = Set.of(
            "rembourse", "remboursee", "refunded", "annule", "annulee", "cancelled", "canceled", "echoue", "failed");
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    /** @param above how many lines of each fingerprint were read, to which this one is added */
    static GiftLine read(ImportRow row, Map<String, Integer> above) {
        List<ImportRemark> lacks = new ArrayList<>();
        String given = limit(row.of(GiftColumn.GIVEN_NAME), LONGEST_NAME / 2);
        String family = limit(row.of(GiftColumn.FAMILY_NAME), LONGEST_NAME / 2);
        String full = limit(row.of(GiftColumn.FULL_NAME), LONGEST_NAME / 2);
        if (given.isEmpty() && family.isEmpty() && !full.isEmpty()) {
            int space = full.indexOf(' ');
            given = space < 0 ? "" : full.substring(0, space);
            family = full.substring(space + 1).strip();
        }
        Optional<LocalDate> day = DateReader.read(row.of(GiftColumn.DAY));
        if (day.isEmpty()) {
            lacks.add(ImportRemark.onColumn(GiftColumn.DAY, "gift.import.day", row.of(GiftColumn.DAY)));
        }
        BigDecimal paid = amount(row, GiftColumn.AMOUNT, lacks);
        BigDecimal back = row.of(GiftColumn.REFUND).isEmpty() ? BigDecimal.ZERO : amount(row, GiftColumn.REFUND, lacks);
        String code = AmountReader.currency(row.of(GiftColumn.CURRENCY), row.of(GiftColumn.AMOUNT));
        CurrencyUnit currency = ExchangeRate.isCurrency(code) ? CurrencyUnit.of(code) : null;
        if (currency == null) {
            lacks.add(ImportRemark.onColumn(GiftColumn.CURRENCY, "gift.import.currency", code));
        }
        BigDecimal left = paid.subtract(back).max(BigDecimal.ZERO);
        String status = TextNormalizer.fold(row.of(GiftColumn.STATUS)).strip();
        String mail = ContactPoint.read(row.of(GiftColumn.MAIL), ContactSphere.PERSONAL, null)
                .filter(each -> each.channel() == ContactChannel.MAIL)
                .map(each -> each.value().toLowerCase(Locale.ROOT))
                .orElse("");
        String reference = limit(row.of(GiftColumn.REFERENCE), LONGEST_REFERENCE);
        String organisation = limit(row.of(GiftColumn.ORGANISATION), LONGEST_NAME);
        if (reference.isEmpty()) {
            String line = String.join(
                    "|", day.map(LocalDate::toString).orElse(""), given, family, organisation, mail, paid + code);
            reference = "liste "
                    + UUID.nameUUIDFromBytes(
                            (line + above.merge(line, 1, Integer::sum)).getBytes(StandardCharsets.UTF_8));
        } else if (above.merge(reference, 1, Integer::sum) > 1) {
            lacks.add(ImportRemark.of("gift.import.same-line"));
        }
        return new GiftLine(
                row.number(),
                reference,
                day.orElse(LocalDate.EPOCH),
                given,
                family,
                organisation,
                mail,
                Money.of(Objects.requireNonNullElse(currency, CurrencyUnit.CAD), left),
                method(row.of(GiftColumn.METHOD)),
                REFUSED.contains(status) || (paid.signum() > 0 && left.signum() == 0),
                limit(row.of(GiftColumn.CAMPAIGN), LONGEST_NAME),
                lacks.isEmpty() ? null : lacks.get(0));
    }

    private static BigDecimal amount(ImportRow row, GiftColumn column, List<ImportRemark> lacks) {
        Optional<BigDecimal> amount = AmountReader.amount(row.of(column)).filter(each -> each.compareTo(MOST) <= 0);
        if (amount.isEmpty() || (column == GiftColumn.AMOUNT && amount.get().signum() == 0)) {
            lacks.add(ImportRemark.onColumn(column, "gift.import.amount", row.of(column)));
        }
        return amount.orElse(BigDecimal.ZERO);
    }

    /** On line, unless the list says that the site only noted a cheque, cash or a transfer. */
    private static GiftMethod method(String typed) {
        String word = TextNormalizer.fold(typed);
        if (word.contains("cheque")) {
            return GiftMethod.CHEQUE;
        }
        if (word.contains("comptant") || word.contains("cash")) {
            return GiftMethod.CASH;
        }
        return word.contains("virement") || word.contains("transfer") ? GiftMethod.TRANSFER : GiftMethod.CARD;
    }

    private static String limit(String text, int most) {
        return text.strip()
                .codePoints()
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Given name, then family name; empty without either. */
    String name() {
        return (given + " " + family).strip();
    }

    /** What the preview calls it. */
    String label() {
        return Stream.of(organisation, name(), mail)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }
}
