package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.BankMatch.IncomingLine;
import org.convergence.resources.ledger.domain.BankMatch.MatchCertainty;
import org.convergence.resources.ledger.domain.BankMatch.MatchInvoice;
import org.convergence.resources.ledger.domain.BankMatch.MatchProposal;
import org.convergence.resources.ledger.domain.BankMatch.MatchReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank's text names a payer only if it has the payer's distinguishing words. */
class PayerNameFinderTest {

    private static final OrganisationId PAYER = new OrganisationId(new UUID(2, 1));

    private static MatchInvoice owed(int number, OrganisationId payer, String name, String balance) {
        return new MatchInvoice(
                new InvoiceId(UUID.randomUUID()),
                "F-2026-%04d".formatted(number),
                payer,
                name,
                new BigDecimal(balance));
    }

    private static IncomingLine line(String amount, String text) {
        return new IncomingLine(
                new BankLineId(UUID.randomUUID()),
                new AccountId(new UUID(3, 1)),
                LocalDate.of(2026, 2, 10),
                new BigDecimal(amount),
                text,
                null);
    }

    private static MatchPolicy only(MatchInvoice... owed) {
        return new MatchPolicy(List.of(owed), List.of(), List.of(), List.of());
    }

    @Test
    void ignoresNameOfAnotherRegion() {
        MatchInvoice estrie = owed(30, PAYER, "Conseil central de l’Estrie", "250");
        for (String text : List.of(
                "CONSEIL CENTRAL DU MONTREAL METROPOLITAIN",
                "VIR CONSEIL CENTRAL LAVAL",
                "CONSEIL CENTRAL",
                "CONSEIL CENTRAL DES LAURENTIDES CSN")) {
            IncomingLine line = line("250", text);
            assertThat(only(estrie).propose(List.of(line)).get(line))
                    .as(text)
                    .singleElement()
                    .satisfies(it -> assertThat(it.reason()).isEqualTo(MatchReason.AMOUNT));
        }
        for (String text : List.of("CONSEIL CENTRAL ESTRIE", "CONS CENTRAL DE L'ESTRIE", "VIR CONSEIL CENTRAL ESTR")) {
            IncomingLine line = line("250", text);
            assertThat(only(estrie).propose(List.of(line)).get(line))
                    .as(text)
                    .first()
                    .satisfies(it -> {
                        assertThat(it.reason()).isEqualTo(MatchReason.NAME_AND_INVOICE);
                        assertThat(text).contains(it.written().split(" ", -1)[0]);
                    });
        }
    }

    @Test
    void prefersLongerName() {
        MatchInvoice laval = owed(40, PAYER, "Syndicat de Laval", "250");
        IncomingLine west = line("250", "VIR SYNDICAT LAVAL OUEST");
        assertThat(only(laval).propose(List.of(west)).get(west))
                .noneMatch(it -> it.certainty() == MatchCertainty.CERTAIN);
        var policy = new MatchPolicy(
                List.of(laval), List.of(), List.of(), List.of(organisation(5, "Syndicat de Laval-Ouest")));
        assertThat(policy.propose(List.of(west)).get(west))
                .as("the text names a payer without debt")
                .allMatch(it -> it.reason() == MatchReason.AMOUNT);
        IncomingLine plain = line("250", "VIR SYNDICAT LAVAL");
        assertThat(only(laval).propose(List.of(plain)).get(plain))
                .first()
                .satisfies(it -> assertThat(it.certainty()).isEqualTo(MatchCertainty.CERTAIN));
    }

    private static BankMatch.MatchOrganisation organisation(int id, String name, String... others) {
        return new BankMatch.MatchOrganisation(new OrganisationId(new UUID(2, id)), name, List.of(others));
    }

    private static final String FOUNDRY = "Syndicat des ouvrières et ouvriers de la fonderie Laviolette";

    private static MatchProposal proposed(String amount, String text) {
        MatchInvoice foundry = owed(50, PAYER, FOUNDRY, "205");
        MatchInvoice central = owed(51, new OrganisationId(new UUID(2, 2)), "Centrale ouvrière du fleuve", "240");
        MatchInvoice other = owed(52, new OrganisationId(new UUID(2, 9)), "Collectif des rives", "60");
        var policy = new MatchPolicy(
                List.of(foundry, central, other),
                List.of(),
                List.of(paid("Carrefour des voisines", "60"), paid(FOUNDRY, "80")),
                List.of(
                        organisation(1, FOUNDRY, "SOFL", "Intersyndicale de la fonte"),
                        organisation(2, "Centrale ouvrière du fleuve", "COSL"),
                        organisation(3, "Fédération du textile", "FTV-COSL")));
        IncomingLine line = line(amount, text);
        return Objects.requireNonNull(policy.propose(List.of(line)).get(line)).get(0);
    }

    private static BankMatch.MatchPayment paid(String payer, String amount) {
        return new BankMatch.MatchPayment(
                new PaymentId(UUID.randomUUID()), payer, null, null, LocalDate.of(2026, 2, 9), new BigDecimal(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "205, VIREMENT SOFL, SOFL, LIKELY, NAME_AND_INVOICE",
        "60, VIREMENT SOFL, SOFL, POSSIBLE, NAME",
        "205, VIR INTERSYNDICALE FONTE, INTERSYNDICALE FONTE, CERTAIN, NAME_AND_INVOICE",
        "500, VIREMENT RECU COSL, COSL, POSSIBLE, NAME",
        "80, VIREMENT SOFL, SOFL, LIKELY, PAYMENT_NAMED",
        "205, SYND OUVRIERES FONDERIE LAVIOLETTE, SYND OUVRIERES FONDERIE LAVIOLETTE, LIKELY, NAME_AND_INVOICE"
    })
    void recognisesShortNameAndOneOfTwoForms(
            String amount, String text, String written, MatchCertainty certainty, MatchReason reason) {
        MatchProposal first = proposed(amount, text);
        assertThat(first.written()).isEqualTo(written);
        assertThat(first.certainty()).isEqualTo(certainty);
        assertThat(first.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"205, VIREMENT SOFLA", "205, VIREMENT SOF", "240, VIREMENT FTV COSL", "205, SYND FONDERIE LAVIOLETTE"})
    void anotherNameIsNoShortName(String amount, String text) {
        assertThat(proposed(amount, text).reason()).isEqualTo(MatchReason.AMOUNT);
    }

    @Test
    void nameOfAnotherIsNoPayment() {
        var policy = new MatchPolicy(
                List.of(),
                List.of(),
                List.of(paid("Syndicat de Laval", "80")),
                List.of(organisation(6, "Syndicat de Laval-Ouest")));
        IncomingLine line = line("80", "VIR SYNDICAT LAVAL OUEST");
        assertThat(policy.propose(List.of(line)).get(line))
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo(MatchReason.PAYMENT_AMOUNT));
    }

    private static final List<String> KINDS = List.of(
            "Conseil central",
            "Syndicat",
            "Section locale",
            "Syndicat des travailleurs et travailleuses",
            "Fédération");
    private static final List<String> PLACES = List.of(
            "Estrie",
            "Laval",
            "Montréal métropolitain",
            "Lanaudière",
            "Saguenay–Lac-Saint-Jean",
            "Côte-Nord",
            "Québec–Chaudière-Appalaches",
            "Cœur-du-Québec",
            "Outaouais",
            "Laval-Ouest",
            "1234",
            "1235",
            "34");

    private static String name(Random random) {
        return KINDS.get(random.nextInt(KINDS.size()))
                + (random.nextBoolean() ? " de " : " ")
                + PLACES.get(random.nextInt(PLACES.size()))
                + (random.nextInt(4) == 0 ? " (CSN)" : "");
    }

    private static String written(String name, Random random) {
        String text = random.nextBoolean() ? TextNormalizer.fold(name).toUpperCase(Locale.ROOT) : name;
        if (random.nextInt(3) == 0) {
            text = text.substring(0, Math.max(4, text.length() - random.nextInt(12)));
        }
        return List.of("", "VIR ", "VIREMENT INTERAC DE /", "DEPOT DIRECT ").get(random.nextInt(4))
                + text
                + List.of("", " 20260203", " MERCI").get(random.nextInt(3));
    }

    /** A name found is in the text, with all its distinguishing words. */
    @Property(tries = 300)
    void findsOnlyNamesInText(@ForAll long seed) {
        Random random = new Random(seed);
        List<MatchInvoice> owed = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            owed.add(owed(i, new OrganisationId(new UUID(1, i)), name(random), "" + (100 + 10 * random.nextInt(3))));
        }
        IncomingLine line = line("" + (100 + 10 * random.nextInt(3)), written(name(random), random));
        List<MatchProposal> all =
                only(owed.toArray(MatchInvoice[]::new)).propose(List.of(line)).getOrDefault(line, List.of());
        List<String> words = List.of(TextNormalizer.fold(line.text()).split(" ", -1));
        boolean amountOnly = false;
        for (MatchProposal each : all) {
            boolean named = !each.written().isEmpty();
            assertThat(amountOnly && named)
                    .as("a name after an amount alone: %s", all)
                    .isFalse();
            amountOnly = amountOnly || !named;
            if (!named) {
                assertThat(each.certainty()).isEqualTo(MatchCertainty.POSSIBLE);
            } else {
                assertThat(TextNormalizer.fold(each.written()).split(" ", -1)).isSubsetOf(words);
                Set<String> telling = PayerName.of(each.payerName()).distinguishing();
                String[] said = TextNormalizer.fold(each.written()).split(" ", -1);
                boolean cutOff = words.stream()
                        .filter(PayerName::isSignificant)
                        .reduce("", (before, last) -> last)
                        .equals(said[said.length - 1]);
                assertThat(telling.stream()
                                .filter(it -> words.stream()
                                        .anyMatch(
                                                word -> word.equals(it) || (word.length() >= 3 && it.startsWith(word))))
                                .count())
                        .as("%s in « %s »", each.payerName(), line.text())
                        .isGreaterThanOrEqualTo(cutOff ? 1 : telling.size());
            }
        }
    }
}
