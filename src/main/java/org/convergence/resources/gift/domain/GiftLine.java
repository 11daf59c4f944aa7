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
import org.convergence.platform.text.TextShortener;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of a gift site.
 *
 * @param reference its number there, told apart from numbers of cheques by the word before it; a fingerprint of the line
 *     where the list has none, so that the same list is known
 * @param written the number as the list has it, as one who noted the gift by hand may have; empty for none
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
        String written,
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
    private static final String SITE = "site ";
    private static final int LONGEST_REFERENCE = 100 - SITE.length();

    private static final Set<String> PAID = Set.of(
            "",
            "reussi",
            "reussie",
            "succes",
            "success",
            "successful",
            "succeeded",
            "paye",
            "payee",
            "paid",
            "pagado",
            "complet",
            "complete",
            "completee",
            "completed",
            "completado",
            "termine",
            "terminee",
            "effectue",
            "effectuee",
            "approuve",
            "approuvee",
            "approved",
            "accepte",
            "acceptee",
            "accepted",
            "confirme",
            "confirmee",
            "confirmed",
            "recu",
            "recue",
            "received",
            "encaisse",
            "encaissee",
            "captured",
            "settled",
            "cleared",
            "verse",
            "versee");
    private static final Set<String> PAID_BACK_IN_PART = Set.of(
            "partiellement rembourse",
            "partiellement remboursee",
            "rembourse partiellement",
            "remboursee partiellement",
            "remboursement partiel",
            "partially refunded",
            "partial refund");
    private static final Set<String> REFUSED = Set.of(
            "rembourse", "remboursee", "refunded", "annule", "annulee", "cancelled", "canceled", "echoue", "failed");
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    /** @param above how many lines of each fingerprint were read, to which this one is added */
    static GiftLine read(ImportRow row, Map<String, Integer> above) {
        List<ImportRemark> lacks = new ArrayList<>();
        String given = TextShortener.limit(row.of(GiftColumn.GIVEN_NAME), LONGEST_NAME / 2);
        String family = TextShortener.limit(row.of(GiftColumn.FAMILY_NAME), LONGEST_NAME / 2);
        String full = TextShortener.limit(row.of(GiftColumn.FULL_NAME), LONGEST_NAME / 2);
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
        BigDecimal left = paid.subtract(back).max(BigDecimal.ZERO).stripTrailingZeros();
        String status = TextNormalizer.fold(row.of(GiftColumn.STATUS)).strip();
        boolean refunded = REFUSED.contains(status) || (paid.signum() > 0 && left.signum() == 0);
        boolean isPaid = PAID.contains(status) || (back.signum() > 0 && PAID_BACK_IN_PART.contains(status));
        if (!refunded && !isPaid) {
            lacks.add(ImportRemark.onColumn(GiftColumn.STATUS, "gift.import.status", row.of(GiftColumn.STATUS)));
        }
        if (currency != null && left.scale() > currency.getDecimalPlaces()) {
            lacks.add(ImportRemark.onColumn(GiftColumn.AMOUNT, "gift.import.amount", row.of(GiftColumn.AMOUNT)));
            left = BigDecimal.ZERO;
        }
        String mail = ContactPoint.read(row.of(GiftColumn.MAIL), ContactSphere.PERSONAL, null)
                .filter(each -> each.channel() == ContactChannel.MAIL)
                .map(each -> each.value().toLowerCase(Locale.ROOT))
                .orElse("");
        String written = TextShortener.limit(row.of(GiftColumn.REFERENCE), LONGEST_REFERENCE);
        String organisation = TextShortener.limit(row.of(GiftColumn.ORGANISATION), LONGEST_NAME);
        String reference = SITE + written;
        if (written.isEmpty()) {
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
                written,
                day.orElse(LocalDate.EPOCH),
                given,
                family,
                organisation,
                mail,
                Money.of(Objects.requireNonNullElse(currency, CurrencyUnit.CAD), left),
                method(row.of(GiftColumn.METHOD)),
                refunded,
                TextShortener.limit(row.of(GiftColumn.CAMPAIGN), LONGEST_NAME),
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
