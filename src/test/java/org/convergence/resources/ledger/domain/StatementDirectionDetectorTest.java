package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.resources.ledger.domain.DirectionSettings.UnsignedMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money paid out never counts as received, however a bank writes it. */
class StatementDirectionDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DR/CR|CR|DR",
                "Crédit/Débit|Crédit|Débit",
                "Débit/Crédit|C|D",
                "C/D|C|D",
                "D/C|C|D",
                "Dépôt/Retrait|Dépôt|Retrait",
                "Dépôt/Retrait|D|R",
                "Retrait ou dépôt|Dépôt|Retrait",
                "+/-|+|-",
                "+/−|+|−",
                "Sens|Entrée|Sortie",
                "Sens|C|D",
                "Type|CR|DR",
                "Type|Credit|Debit",
                "Transaction Type|DEPOSIT|WITHDRAWAL",
                "Type|D|W",
                "Tipo|Abono|Cargo",
                "Tipo|A|C",
                "Sentido|H|D",
                "Debe/Haber|Haber|Debe",
                "Deposit/Withdrawal|D|W",
                "Debit/Credit Indicator|C|D",
                "Indicator|cr.|dr.",
                "Opération|Crédit|Débit",
                "Catégorie|Revenus|Dépenses"
            })
    void readsDirectionOfUnsignedAmounts(String title, String in, String out) {
        ParsedStatement read =
                ParsedStatement.of("Date;Description;Montant;" + title + "\n2026-02-03;VIR SYNDICAT;500,00;" + in
                        + "\n2026-02-05;CHEQUE 212;450,25;" + out + "\n2026-02-06;FRAIS;7,95;" + out + "\n");
        assertThat(read.describeRows()).containsExactly("500.00", "-450.25", "-7.95");
        assertThat(read.columns()).contains(StatementColumn.DIRECTION, StatementColumn.AMOUNT);
        assertThat(read.directions().incoming()).isEqualTo(in);
    }

    @Test
    void readsTheDirectionInFilesWithoutTitles() {
        assertThat(ParsedStatement.of("2026-02-03,VIR SYNDICAT,500.00,CR\n2026-02-05,CHEQUE 212,450.25,DR\n")
                        .describeRows())
                .containsExactly("500.00", "-450.25");
        assertThat(ParsedStatement.of("2026-02-03\tVIR SYNDICAT\t1 500,00 CR\n2026-02-05\tCHEQUE\t450,25 DR\n")
                        .describeRows())
                .containsExactly("1500.00", "-450.25");
    }

    @Test
    void refusesUnknownDirections() {
        ParsedStatement read = ParsedStatement.of("""
                Date;Description;Montant;Sens
                2026-02-03;VIR;500,00;CR
                2026-02-04;X;1,00;XX
                2026-02-05;Y;2,00;
                2026-02-06;Z;-3,00;
                2026-02-07;Z;-3,00;CR
                """);
        assertThat(read.describeRows())
                .containsExactly("500.00", "direction-word", "direction", "-3.00", "direction-both");
    }

    @Test
    void refusesAmbiguousLetters() {
        assertThat(ParsedStatement.of("Date;Description;Montant;Sens\n2026-02-03;VIR;500,00;D\n2026-02-04;X;1,00;R\n")
                        .describeRows())
                .containsExactly("direction-word", "direction-word");
        assertThat(ParsedStatement.of(
                                "Date;Description;Montant;Sens\n2026-02-03;VIR;500,00;D\n2026-02-04;X;1,00;R\n",
                                new DirectionSettings(UnsignedMeaning.UNKNOWN, "D", "R"))
                        .describeRows())
                .containsExactly("500.00", "-1.00");
    }

    @Test
    void asksDirectionOfUnsignedAmounts() {
        String file = "Date;Description;Montant\n2026-02-03;VIR;500,00\n2026-02-04;CHEQUE;450,25\n";
        assertThat(ParsedStatement.of(file).describeRows()).containsExactly("direction", "direction");
        assertThat(ParsedStatement.of(file, new DirectionSettings(UnsignedMeaning.OUTGOING, "", ""))
                        .describeRows())
                .containsExactly("-500.00", "-450.25");
        assertThat(ParsedStatement.of("Date;Description;Montant\n2026-02-03;VIR;500,00\n2026-02-04;CHEQUE;-450,25\n")
                        .describeRows())
                .as("a column with signs")
                .containsExactly("500.00", "-450.25");
    }

    @Test
    void asksDirectionDespiteGrowingBalance() {
        assertThat(ParsedStatement.of("""
                        Date;Description;Montant;Solde
                        2026-02-03;CHQ;500,00;1500,00
                        2026-02-04;VIR;20,00;1520,00
                        """).describeRows())
                .as("the balance tells nothing about the first line")
                .containsOnly("direction");
    }

    @Test
    void detectsDepositsByEmptyColumn() {
        assertThat(ParsedStatement.of("02/03/2026,VIR A,,20.00,1520.00\n02/04/2026,VIR B,,30.00,1550.00\n")
                        .describeRows())
                .containsExactly("20.00", "30.00");
        assertThat(ParsedStatement.of("02/03/2026,CHQ A,20.00,,1480.00\n02/04/2026,CHQ B,30.00,,1450.00\n")
                        .describeRows())
                .containsExactly("-20.00", "-30.00");
        assertThat(ParsedStatement.of("02/03/2026,CHQ A,20.00,1480.00\n02/04/2026,CHQ B,30.00,1450.00\n")
                        .describeRows())
                .containsOnly("direction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(450,25)", "450,25-", "450,25 -", "-450,25", "−450,25", "450,25 DR", "450,25DB", "(450,25 $)"})
    void readsOutgoingAmountsInAllNotations(String amount) {
        assertThat(ParsedStatement.of(
                                "Date;Description;Montant\n2026-02-03;VIR;1 500,00\n2026-02-04;CHEQUE;" + amount + "\n")
                        .describeRows())
                .containsExactly("1500.00", "-450.25");
    }

    @Test
    void refusesContradictingColumns() {
        assertThat(ParsedStatement.of("""
                        Date;Description;Retrait;Dépôt
                        2026-02-03;VIR;;500,00
                        2026-02-04;DEUX;450,25;500,00
                        2026-02-05;ZERO;0,00;12,00
                        2026-02-06;TIRET;12,00;-
                        2026-02-07;MOINS;-12,00;
                        2026-02-08;REPRIS;;-500,00
                        2026-02-09;DOLLARS;;500,00 USD
                        2026-02-10;LETTRES;;500,00 CR
                        """).describeRows())
                .containsExactly(
                        "500.00", "amounts", "12.00", "-12.00", "-12.00", "direction-both", "currency", "500.00");
        assertThat(ParsedStatement.of(
                                "Date;Description;Montant débit;Montant crédit\n2026-02-03;A;12,00;\n2026-02-04;B;;13,00\n")
                        .describeRows())
                .containsExactly("-12.00", "13.00");
        assertThat(ParsedStatement.of(
                                "Date;Description;Montant;Devise\n2026-02-03;A;-12,00;CAD\n2026-02-04;B;13,00;USD\n")
                        .describeRows())
                .containsExactly("-12.00", "currency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-03,INTERNET TRANSFER SYNDICAT,,500.00,4500********1234\n2026-02-05,CHQ 212,450.25,,4500********1234\n",
                "Date,Transaction Details,Funds Out,Funds In\n02/03/2026,VIR SYNDICAT,,500.00\n02/05/2026,CHQ,450.25,\n",
                "Date;Description;Retrait ($);Dépôt ($);Solde ($)\n2026-02-03;VIR;;500,00;1 500,00\n2026-02-05;CHQ;450,25;;1 049,75\n",
                "Date,Transaction,Nom,Description,Montant\n2/3/2026,CREDIT,Virement,Interac,500.00\n2/5/2026,DEBIT,Chèque,212,-450.25\n",
                "date,transaction,description,amount,balance,currency\n2026-02-03,CONT,VIR,500.00,1500.00,CAD\n2026-02-05,CHQ,CHQ,-450.25,1049.75,CAD\n",
                "Première carte bancaire,Type de transaction,Date de l’inscription,Montant de la transaction,Description\n'50','CREDIT',20260203,500.0,VIR\n'50','DEBIT',20260205,-450.25,CHQ\n",
                "First Bank Card,Transaction Type,Date Posted,Transaction Amount,Description\n50,CREDIT,20260203,500.0,VIR\n50,DEBIT,20260205,450.25,CHQ\n",
                "Date\tDescription\tDébit\tCrédit\n03 févr. 2026\tVIR\t0,00 $\t500,00 $\n05 févr. 2026\tCHQ\t450,25 $\t0,00 $\n",
                "Date;Libellé;Débit (-);Crédit (+)\n2026-02-03;VIR;;+500,00\n2026-02-05;CHQ;-450,25;\n",
                "Fecha;Concepto;Cargo;Abono;Saldo\n2026-02-03;VIR;;500,00;1500,00\n2026-02-05;CHQ;450,25;;1049,75\n",
                "Fecha;Concepto;Importe;Cargo/Abono\n2026-02-03;VIR;500,00;Abono\n2026-02-05;CHQ;450,25;Cargo\n",
                "Relevé du compte 123\n\nDate;Description;Montant;Solde\n2026-02-03;VIR;500,00 CR;1 500,00 CR\n2026-02-05;CHQ;450,25 DR;1 049,75 CR\n"
            })
    void readsFilesOfTheUsualInstitutions(String file) {
        assertThat(ParsedStatement.of(file).describeRows()).as(file).containsExactly("500.00", "-450.25");
    }

    private static final String[][] WORDS = {
        {"DR/CR", "CR", "DR"},
        {"Crédit/Débit", "Crédit", "Débit"},
        {"D/C", "C", "D"},
        {"Sens", "+", "-"},
        {"Dépôt/Retrait", "Dépôt", "Retrait"},
        {"Type", "Deposit", "Withdrawal"},
        {"Tipo", "Abono", "Cargo"},
        {"Sens", "D", "R"},
        {"Sens", "X", "Y"},
        {"Code", "C", ""}
    };

    /** Equivalent notations of a line. */
    @Property(tries = 400)
    void readsLineCorrectlyOrLeavesItAside(@ForAll long seed) {
        Random random = new Random(seed);
        String separator = List.of(";", "\t", "|").get(random.nextInt(3));
        int shape = random.nextInt(7);
        String[] words = WORDS[random.nextInt(WORDS.length)];
        boolean balanced = random.nextBoolean();
        List<BigDecimal> truth = new ArrayList<>();
        StringBuilder file = new StringBuilder(String.join(separator, "Date", "Description", ""));
        file.append(shape == 0 ? String.join(separator, "Retrait", "Dépôt") : "Montant");
        file.append(shape == 1 ? separator + words[0] : "")
                .append(balanced ? separator + "Solde" : "")
                .append('\n');
        BigDecimal balance = new BigDecimal("10000.00");
        boolean oneWay = random.nextInt(4) == 0;
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            boolean comes = oneWay || random.nextBoolean();
            BigDecimal size = BigDecimal.valueOf(1 + random.nextInt(500_000), 2);
            truth.add(comes ? size : size.negate());
            balance = balance.add(truth.get(i));
            String text = random.nextBoolean()
                    ? String.format(Locale.CANADA, "%,.2f", size)
                    : String.format(Locale.CANADA, "%,.2f", size)
                            .replace(",", " ")
                            .replace(".", ",");
            String written =
                    switch (shape) {
                        case 0 -> comes ? separator + text : text + separator;
                        case 1 -> text + separator + (comes ? words[1] : words[2]);
                        case 2 -> comes ? text : "-" + text;
                        case 3 -> comes ? text : "(" + text + ")";
                        case 4 -> comes ? text : text + "-";
                        case 5 -> text + (comes ? " CR" : " DR");
                        default -> text;
                    };
            file.append("2026-02-%02d".formatted(1 + i))
                    .append(separator)
                    .append("LIGNE ")
                    .append(i)
                    .append(separator);
            file.append(written)
                    .append(balanced ? separator + balance.toPlainString() : "")
                    .append('\n');
        }
        List<String> said = ParsedStatement.of(file.toString()).describeRows();
        for (int i = 0; i < truth.size(); i++) {
            assertThat(said.get(i))
                    .as(file.toString())
                    .isIn(truth.get(i).toPlainString(), "direction", "direction-word", "direction-both");
            if (shape == 0
                    || shape == 5
                    || (shape > 1 && shape < 5 && truth.get(i).signum() < 0)) {
                assertThat(said.get(i))
                        .as(file.toString())
                        .isEqualTo(truth.get(i).toPlainString());
            }
        }
    }
}
