package org.convergence.resources.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.ExchangeRateService;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementKind;
import org.convergence.resources.fund.FundNature;
import org.convergence.resources.fund.domain.FundQueries;
import org.convergence.resources.fund.domain.FundService;
import org.convergence.resources.fund.domain.FundService.FundFacts;
import org.convergence.resources.fund.domain.FundService.FundMovementFacts;
import org.convergence.resources.gift.domain.Gift;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftCommitmentService;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitmentId;
import org.convergence.resources.gift.domain.GiftQueries;
import org.convergence.resources.gift.domain.GiftService;
import org.convergence.resources.gift.domain.GiftService.GiftOrigin;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gifts, ledger and funds agree, whatever is recorded, corrected and reversed. */
@ModuleTest
class GiftLedgerTest {

    private static final CurrencyUnit CAD = CurrencyUnit.of("CAD");

    @Autowired
    private GiftService gifts;

    @Autowired
    private GiftQueries queries;

    @Autowired
    private GiftCommitmentService commitments;

    @Autowired
    private FundService funds;

    @Autowired
    private FundQueries fundQueries;

    @Autowired
    private PaymentService payments;

    @Autowired
    private ExchangeRateService rates;

    @Autowired
    private PersonService persons;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
        today = settings.today();
    }

    private <T> T coordinate(Callable<T> work) throws Exception {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::call);
    }

    private FundId fund(String name) {
        return funds.record(
                new FundFacts(name, FundNature.EXTERNAL, "CAD", today.minusYears(1), "Essai", "Essai", "", ""));
    }

    private GiftFacts facts(@Nullable PersonId donor, String amount, LocalDate day, @Nullable FundId fund) {
        return new GiftFacts(donor, day, Money.of(CAD, new BigDecimal(amount)), GiftMethod.TRANSFER, "", "", "", fund);
    }

    private void requireAgreement(FundId... of) {
        BigDecimal ledger = db.sql("""
                        SELECT coalesce(sum(a.amount), 0) FROM resources.ledger_allocation a
                        JOIN resources.ledger_account c ON c.id = a.account AND c.purpose = 'GIFT'
                        """).query(BigDecimal.class).single();
        BigDecimal recorded = db.sql("""
                        SELECT (SELECT coalesce(sum(amount), 0) FROM resources.gift WHERE reversed_on IS NULL AND payment IS NOT NULL)
                             + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_gift_payment p WHERE NOT is_reversed
                                AND NOT EXISTS (SELECT FROM resources.gift g WHERE g.payment = p.id))
                        """).query(BigDecimal.class).single();
        assertThat(recorded).as("gifts = ledger").isEqualByComparingTo(ledger);
        for (FundId each : of) {
            BigDecimal given = db.sql(
                            "SELECT coalesce(sum(home_amount), 0) FROM resources.gift WHERE fund = ? AND reversed_on IS NULL")
                    .param(each.value())
                    .query(BigDecimal.class)
                    .single();
            assertThat(fundQueries.findById(each).balance().getAmount())
                    .as("gifts = fund")
                    .isEqualByComparingTo(given);
        }
    }

    @Test
    void giftsEqualLedgerAndFundsAfterAnyOperations() throws Exception {
        coordinate(() -> {
            FundId first = fund("Semences");
            FundId second = fund("Toits");
            List<@Nullable FundId> purposes = new ArrayList<>(List.of(first, second));
            purposes.add(null);
            Random random = new Random(11);
            List<GiftId> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                GiftFacts some = facts(
                        null,
                        (random.nextInt(20_000) + 1) / 100 + ".25",
                        today.minusDays(random.nextInt(90)),
                        purposes.get(random.nextInt(3)));
                switch (all.isEmpty() ? 0 : random.nextInt(3)) {
                    case 1 -> {
                        GiftId id = all.get(random.nextInt(all.size()));
                        gifts.correct(id, queries.findById(id).version(), some);
                    }
                    case 2 -> gifts.reverse(all.remove(random.nextInt(all.size())), today, "Essai");
                    default -> all.add(gifts.record(some, GiftOrigin.ONCE));
                }
            }
            requireAgreement(first, second);
            return true;
        });
    }

    @Test
    void aGiftInAnotherCurrencyIsConvertedAndEntersNoFundOfAnotherCurrency() throws Exception {
        coordinate(() -> {
            FundId foreign = funds.record(new FundFacts(
                    "Fonds du Sud", FundNature.EXTERNAL, "MXN", today.minusYears(1), "Essai", "Essai", "", ""));
            assertThatThrownBy(() -> gifts.record(facts(null, "100", today, foreign), GiftOrigin.ONCE))
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.messageKey()).isEqualTo("gift.refused.fund-currency"));
            assertThat(fundQueries.findById(foreign).balance().getAmount()).isZero();
            rates.record(
                    new ExchangeRate(
                            "USD", "CAD", new BigDecimal("1.37"), today.minusDays(2), today, "Banque du Canada"),
                    true);
            FundId ours = fund("Fonds d’ici");
            GiftId id = gifts.record(
                    new GiftFacts(
                            null,
                            today,
                            Money.of(CurrencyUnit.USD, new BigDecimal("100")),
                            GiftMethod.TRANSFER,
                            "",
                            "",
                            "",
                            ours),
                    GiftOrigin.ONCE);
            assertThat(queries.findById(id).amount()).isEqualTo(Money.of(CurrencyUnit.USD, new BigDecimal("100")));
            assertThat(queries.findById(id).homeAmount()).isEqualByComparingTo("137");
            assertThat(fundQueries.findById(ours).balance().getAmount()).isEqualByComparingTo("137");
            Gift gift = queries.findById(id);
            assertThatThrownBy(() -> gifts.correct(id, gift.version(), facts(null, "100", today, foreign)))
                    .isInstanceOf(Refused.class);
            gifts.reverse(id, today, "Essai");
            assertThat(fundQueries.findById(ours).balance().getAmount()).isZero();
            return true;
        });
    }

    @Test
    void aPaymentEnteredAsAGiftGetsItsDonorAndIsThenChangedByItsGiftOnly() throws Exception {
        coordinate(() -> {
            PaymentId paid = payments.receive(
                    new PaymentFacts(
                            null,
                            "INTERAC",
                            PaymentMethod.TRANSFER,
                            today.minusDays(3),
                            null,
                            Money.of(CAD, new BigDecimal("80.00")),
                            null,
                            null,
                            null),
                    List.of(PaymentPart.of(AccountPurpose.GIFT, new BigDecimal("80.00"))));
            assertThat(queries.findUnattached(today.minusDays(30))).hasSize(1);
            GiftId id = gifts.record(facts(null, "1", today, null), new GiftOrigin(false, null, null, paid));
            assertThat(queries.findById(id).amount().getAmount()).isEqualByComparingTo("80.00");
            assertThat(queries.findUnattached(today.minusDays(30))).isEmpty();
            assertThatThrownBy(() -> payments.reverse(paid, today, "Retour"))
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.messageKey()).isEqualTo("gift.refused.ledger"));
            gifts.reverse(id, today, "Retour de la banque");
            requireAgreement();
            return true;
        });
    }

    @Test
    void aBankReturnIsRefusedOnceTheFundHasUsedTheMoney() throws Exception {
        coordinate(() -> {
            FundId fund = fund("Outils");
            GiftId id = gifts.record(facts(null, "100.00", today.minusDays(9), fund), GiftOrigin.ONCE);
            funds.move(
                    fund,
                    new FundMovementFacts(today, FundMovementKind.RECOGNISED, new BigDecimal("60"), "Outils", ""));
            assertThatThrownBy(() -> gifts.reverse(id, today, "Sans provision"))
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.messageKey()).isEqualTo("fund.refused.available"));
            assertThat(queries.findById(id).reversedOn()).isNull();
            return true;
        });
    }

    @Test
    void aMonthIsReceivedOnceAndAwaitedAgainAfterItsReversal() throws Exception {
        coordinate(() -> {
            PersonId zita = persons.create(PersonFacts.named("Zita", "Quermalet"));
            LocalDate first = today.minusMonths(2).withDayOfMonth(3);
            GiftId opening = gifts.record(facts(zita, "20", first, null), new GiftOrigin(true, null, null, null));
            GiftCommitmentId commitment =
                    Objects.requireNonNull(queries.findById(opening).commitment());
            YearMonth second = YearMonth.from(first).plusMonths(1);
            assertThat(commitments.findById(commitment).nextMonth()).isEqualTo(second.atDay(1));
            GiftOrigin month = new GiftOrigin(false, commitment, second, null);
            GiftId received = gifts.record(facts(zita, "20", first.plusMonths(1), null), month);
            assertThatThrownBy(() -> gifts.record(facts(zita, "20", today, null), month))
                    .isInstanceOf(Refused.class);
            assertThat(commitments.findById(commitment).nextMonth())
                    .isEqualTo(second.plusMonths(1).atDay(1));
            gifts.reverse(received, today, "Sans provision");
            assertThat(commitments.findById(commitment).nextMonth()).isEqualTo(second.atDay(1));
            LocalDate later = second.plusMonths(1).atDay(28);
            assertThat(commitments.findById(commitment).findMissing(later))
                    .as("each month that did not come")
                    .containsExactly(second, second.plusMonths(1));
            commitments.excuse(commitment, second);
            assertThat(commitments.findById(commitment).findMissing(later)).containsExactly(second.plusMonths(1));
            assertThat(commitments.findById(commitment).nextMonth())
                    .isEqualTo(second.plusMonths(1).atDay(1));
            return true;
        });
    }
}
