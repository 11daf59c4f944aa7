package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.BankMatch.IncomingLine;
import org.convergence.resources.ledger.domain.BankMatch.MatchCertainty;
import org.convergence.resources.ledger.domain.BankMatch.MatchDepositSlip;
import org.convergence.resources.ledger.domain.BankMatch.MatchInvoice;
import org.convergence.resources.ledger.domain.BankMatch.MatchPayment;
import org.convergence.resources.ledger.domain.BankMatch.MatchProposal;
import org.convergence.resources.ledger.domain.BankMatch.MatchReason;
import org.junit.jupiter.api.Test;

/** The proposals for a bank line, and their reasons. */
class MatchPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
    private static final AccountId BANK = new AccountId(UUID.randomUUID());
    private static final OrganisationId MAPLE = new OrganisationId(UUID.randomUUID());
    private static final OrganisationId RIVER = new OrganisationId(UUID.randomUUID());

    private final MatchInvoice first = owed(1, MAPLE, "Syndicat de l’Érable", "500");
    private final MatchInvoice second = owed(2, MAPLE, "Syndicat de l’Érable", "75");
    private final MatchInvoice third = owed(3, MAPLE, "Syndicat de l’Érable", "20");
    private final MatchInvoice other = owed(12, RIVER, "Centrale du Fleuve", "120");

    private static MatchInvoice owed(int number, OrganisationId payer, String name, String balance) {
        return new MatchInvoice(
                new InvoiceId(UUID.randomUUID()),
                "F-2026-%04d".formatted(number),
                payer,
                name,
                new BigDecimal(balance));
    }

    @Test
    void dateIsNoInvoiceNumber() {
        for (String day : List.of("VIREMENT 2026-03-15", "VIREMENT 03-2026 RETRAIT 12", "VIREMENT 15-12-2026 12")) {
            assertThat(propose(line("19", day))).as(day).noneMatch(it -> it.reason() == MatchReason.NUMBER_ONLY);
        }
        for (String number : List.of("F-2026-0003", "FACTURE 2026-3", "PAIEMENT 2026 0003 MERCI", "NO 2026-003")) {
            assertThat(propose(line("19", number))).as(number).anyMatch(it -> it.reason() == MatchReason.NUMBER_ONLY);
        }
    }

    private static IncomingLine line(String amount, String text) {
        return new IncomingLine(new BankLineId(UUID.randomUUID()), BANK, DAY, new BigDecimal(amount), text, null);
    }

    private List<MatchProposal> propose(IncomingLine line) {
        return propose(line, List.of(), List.of());
    }

    private List<MatchProposal> propose(IncomingLine line, List<MatchDepositSlip> slips, List<MatchPayment> noted) {
        return new MatchPolicy(List.of(first, second, third, other), slips, noted, List.of())
                .propose(List.of(line))
                .getOrDefault(line, List.of());
    }

    @Test
    void invoiceNumbersThatSumToAmountAreCertain() {
        assertThat(propose(line("575", "VIREMENT INTERAC FACT. F-2026-0001 ET F2026-2")))
                .first()
                .satisfies(it -> {
                    assertThat(it.certainty()).isEqualTo(MatchCertainty.CERTAIN);
                    assertThat(it.reason()).isEqualTo(MatchReason.NUMBER);
                    assertThat(it.named()).containsExactly("F-2026-0001", "F-2026-0002");
                });
        assertThat(propose(line("400", "F-2026-0001"))).first().satisfies(it -> {
            assertThat(it.certainty()).isEqualTo(MatchCertainty.LIKELY);
            assertThat(it.reason()).isEqualTo(MatchReason.NUMBER_ONLY);
            assertThat(it.parts()).containsExactly(PaymentPart.of(first.id(), new BigDecimal("400")));
        });
    }

    @Test
    void recognisesNameWithoutAccentsOrCutOff() {
        assertThat(propose(line("75", "VIR SYNDICAT DE L ERABLE"))).first().satisfies(it -> {
            assertThat(it.certainty()).isEqualTo(MatchCertainty.CERTAIN);
            assertThat(it.reason()).isEqualTo(MatchReason.NAME_AND_INVOICE);
            assertThat(it.named()).containsExactly("F-2026-0002");
        });
        assertThat(propose(line("595", "SYNDICAT ERABLE"))).first().satisfies(it -> {
            assertThat(it.reason()).isEqualTo(MatchReason.NAME_AND_ALL);
            assertThat(it.parts()).hasSize(3);
        });
        assertThat(propose(line("520", "SYNDICAT ERABLE"))).first().satisfies(it -> {
            assertThat(it.reason()).isEqualTo(MatchReason.NAME_AND_SOME);
            assertThat(it.certainty()).isEqualTo(MatchCertainty.LIKELY);
            assertThat(it.named()).containsExactly("F-2026-0001", "F-2026-0003");
        });
        assertThat(propose(line("33", "SYNDICAT ERABLE"))).first().satisfies(it -> {
            assertThat(it.reason()).isEqualTo(MatchReason.NAME);
            assertThat(it.certainty()).isEqualTo(MatchCertainty.POSSIBLE);
        });
    }

    @Test
    void amountAloneIsNeverLikely() {
        assertThat(propose(line("120", "REMBOURSEMENT TPS TVQ")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.reason()).isEqualTo(MatchReason.AMOUNT);
                    assertThat(it.certainty()).isEqualTo(MatchCertainty.POSSIBLE);
                });
        assertThat(propose(line("121", "DEPOT"))).isEmpty();
    }

    @Test
    void proposesNearAmountWithMissingRest() {
        MatchInvoice dues = owed(20, RIVER, "Centrale du Fleuve", "1701.50");
        IncomingLine line = line("1700", "VIR CENTRALE DU FLEUVE");
        assertThat(only(dues, other).propose(List.of(line)).get(line)).first().satisfies(it -> {
            assertThat(it.reason()).isEqualTo(MatchReason.NAME_AND_NEARLY);
            assertThat(it.certainty()).isEqualTo(MatchCertainty.LIKELY);
            assertThat(it.named()).containsExactly(dues.number());
            assertThat(it.missing()).isEqualByComparingTo("1.50");
            assertThat(it.parts()).containsExactly(PaymentPart.of(dues.id(), new BigDecimal("1700")));
        });
        IncomingLine above = line("1710", "VIR CENTRALE DU FLEUVE");
        assertThat(only(dues).propose(List.of(above)).get(above)).first().satisfies(it -> {
            assertThat(it.certainty()).isEqualTo(MatchCertainty.LIKELY);
            assertThat(it.missing()).isZero();
            assertThat(it.advance()).isEqualByComparingTo("8.50");
        });
        IncomingLine numbered = line("1700", "F-2026-0020");
        assertThat(only(dues).propose(List.of(numbered)).get(numbered)).first().satisfies(it -> {
            assertThat(it.reason()).isEqualTo(MatchReason.NUMBER_ONLY);
            assertThat(it.missing()).isEqualByComparingTo("1.50");
        });
        assertThat(propose(line("33", "SYNDICAT ERABLE"))).first().satisfies(it -> {
            assertThat(it.named()).as("the invoices it would settle").containsExactly("F-2026-0001");
            assertThat(it.missing()).isEqualByComparingTo("467");
        });
    }

    private static MatchPolicy only(MatchInvoice... owed) {
        return new MatchPolicy(List.of(owed), List.of(), List.of(), List.of());
    }

    @Test
    void ranksNameBeforeAmount() {
        IncomingLine line = line("120", "VIR SYNDICAT DE L'ERABLE");
        assertThat(propose(line)).satisfies(it -> {
            assertThat(it.get(0).payer()).isEqualTo(MAPLE);
            assertThat(it.get(0).written()).isEqualTo("SYNDICAT ERABLE");
            assertThat(it.get(1).payer()).isEqualTo(RIVER);
            assertThat(it.get(1).certainty()).isEqualTo(MatchCertainty.POSSIBLE);
        });
    }

    @Test
    void singleSlipOfAmountIsCertain() {
        MatchDepositSlip slip = new MatchDepositSlip(
                new DepositId(UUID.randomUUID()), "D-2026-0001", BANK, DAY.minusDays(1), new BigDecimal("820"));
        assertThat(propose(line("820", "DEPOT AU COMPTOIR"), List.of(slip), List.of()))
                .singleElement()
                .satisfies(it -> assertThat(it.certainty()).isEqualTo(MatchCertainty.CERTAIN));
        MatchDepositSlip twin =
                new MatchDepositSlip(new DepositId(UUID.randomUUID()), "D-2026-0002", BANK, DAY, new BigDecimal("820"));
        assertThat(propose(line("820", "DEPOT AU COMPTOIR"), List.of(slip, twin), List.of()))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.certainty()).isEqualTo(MatchCertainty.LIKELY));
        assertThat(propose(line("820", "REMBOURSEMENT TPS"), List.of(slip), List.of()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.certainty()).isEqualTo(MatchCertainty.POSSIBLE);
                    assertThat(it.reason()).isEqualTo(MatchReason.DEPOSIT_AMOUNT);
                });
        MatchDepositSlip early = new MatchDepositSlip(
                new DepositId(UUID.randomUUID()), "D-2025-0009", BANK, DAY.minusDays(60), new BigDecimal("820"));
        assertThat(propose(line("820", "DEPOT"), List.of(early), List.of())).isEmpty();
    }

    @Test
    void recognisesPaymentByReference() {
        MatchPayment noted = new MatchPayment(
                new PaymentId(UUID.randomUUID()), "Red Solidaria", "ACX901", null, DAY, new BigDecimal("300"));
        assertThat(propose(line("300", "VIREMENT ACX901"), List.of(), List.of(noted)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.certainty()).isEqualTo(MatchCertainty.CERTAIN);
                    assertThat(it.payment()).isEqualTo(noted.id());
                });
        assertThat(propose(line("300", "VIREMENT"), List.of(), List.of(noted)))
                .singleElement()
                .satisfies(it -> assertThat(it.certainty()).isEqualTo(MatchCertainty.POSSIBLE));
        MatchPayment later =
                new MatchPayment(noted.id(), "Red Solidaria", "ACX901", null, DAY.plusDays(6), new BigDecimal("300"));
        assertThat(propose(line("300", "VIREMENT"), List.of(), List.of(later)))
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo(MatchReason.PAYMENT_AMOUNT));
    }

    @Test
    void certainProposalIsClaimedOnce() {
        IncomingLine one = line("500", "F-2026-0001 ERABLE");
        IncomingLine twin = line("500", "F-2026-0001 ERABLE");
        var all = new MatchPolicy(List.of(first), List.of(), List.of(), List.of()).propose(List.of(one, twin));
        assertThat(all.getOrDefault(one, List.of()).get(0).certainty()).isEqualTo(MatchCertainty.CERTAIN);
        assertThat(all.getOrDefault(twin, List.of()).get(0).certainty()).isEqualTo(MatchCertainty.LIKELY);
    }

    @Test
    void matchesManyLinesWithinOneSecond() {
        Random random = new Random(7);
        List<MatchInvoice> owed = new ArrayList<>();
        List<IncomingLine> lines = new ArrayList<>();
        for (int i = 1; i <= 2_000; i++) {
            OrganisationId payer = new OrganisationId(UUID.randomUUID());
            owed.add(owed(
                    i % 9_999,
                    payer,
                    "Syndicat local numéro " + i + " de la région",
                    "" + (100 + random.nextInt(900))));
        }
        for (int i = 0; i < 200; i++) {
            lines.add(line("" + (100 + random.nextInt(900)), "VIREMENT SYNDICAT LOCAL " + random.nextInt(2_000)));
        }
        long began = System.nanoTime();
        assertThat(new MatchPolicy(owed, List.of(), List.of(), List.of()).propose(lines))
                .hasSize(200);
        assertThat((System.nanoTime() - began) / 1_000_000).as("milliseconds").isLessThan(4_000);
    }
}
