package org.convergence.directory.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.Ground;
import org.convergence.directory.consent.Purpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a person may be written to: the vectors T1 to T6 and T16 of the rules, then other cases. */
class ConsentPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void giftToNonCharityGivesNoBasis() {
        Ground gift = Ground.computed(Basis.DONATION, LocalDate.of(2025, 1, 10), null);
        ConsentDecision answer = ask(Purpose.NEWS, LocalDate.of(2025, 2, 1), List.of(gift), List.of(), null);
        assertThat(answer.allowed()).as("T1, R-CASL-4").isFalse();
        assertThat(answer.reason()).isEqualTo(ConsentReason.CHARITY);
        assertThat(ask(Purpose.NEWS, LocalDate.of(2025, 2, 1), List.of(gift), List.of(), LocalDate.of(2025, 1, 11))
                        .allowed())
                .as("given before the registration")
                .isFalse();
        assertThat(ask(Purpose.NEWS, LocalDate.of(2025, 2, 1), List.of(gift), List.of(), LocalDate.of(2025, 1, 10))
                        .until())
                .isEqualTo(LocalDate.of(2027, 1, 9));
    }

    @Test
    void membershipIsBasisUntilTheDayBeforeTwoYearsAfterItsEnd() {
        Ground ended = Ground.computed(Basis.MEMBER, LocalDate.of(2019, 3, 15), LocalDate.of(2023, 3, 15));
        assertThat(on(ended, LocalDate.of(2025, 3, 14)).allowed()).as("T2").isTrue();
        assertThat(on(ended, LocalDate.of(2025, 3, 16)).allowed()).as("T2").isFalse();
        assertThat(on(ended, LocalDate.of(2025, 3, 15)).allowed())
                .as("T2b, R-CASL-8")
                .isFalse();
        assertThat(on(ended, LocalDate.of(2025, 3, 15)))
                .isEqualTo(new ConsentDecision(
                        false, ConsentReason.EXPIRED, Basis.MEMBER, LocalDate.of(2025, 3, 14), true));
        Ground lasting = Ground.computed(Basis.MEMBER, LocalDate.of(2019, 3, 15), null);
        assertThat(on(lasting, DAY))
                .isEqualTo(new ConsentDecision(true, ConsentReason.BASIS, Basis.MEMBER, null, true));
    }

    @Test
    void purchaseIsBasisForTwoYearsAndInquiryForSixMonths() {
        Ground ticket = Ground.computed(Basis.PURCHASE, LocalDate.of(2024, 6, 1), null);
        assertThat(on(ticket, LocalDate.of(2026, 5, 30)).allowed()).as("T3").isTrue();
        assertThat(on(ticket, LocalDate.of(2026, 6, 2)).allowed()).as("T3").isFalse();
        Ground inquiry = Ground.computed(Basis.INQUIRY, LocalDate.of(2025, 1, 31), null);
        assertThat(on(inquiry, LocalDate.of(2025, 7, 30)).allowed()).as("T4").isTrue();
        assertThat(on(inquiry, LocalDate.of(2025, 8, 1)).allowed()).as("T4").isFalse();
    }

    @Test
    void consentLastsUntilWithdrawn() {
        Ground yes = yes(Purpose.NEWS, LocalDate.of(2015, 5, 1));
        assertThat(on(yes, DAY))
                .as("T5")
                .isEqualTo(new ConsentDecision(true, ConsentReason.BASIS, Basis.EXPRESS, null, true));
    }

    @Test
    void renewalNoticeNeedsNoConsentButSenderAndUnsubscribe() {
        ConsentDecision answer = ask(Purpose.ACCOUNT, DAY, List.of(), List.of(), null);
        assertThat(answer)
                .as("T6, R-CASL-13")
                .isEqualTo(new ConsentDecision(true, ConsentReason.SERVICE, null, null, true));
    }

    @Test
    void colombiaIsListedAndMexicoIsNot() {
        assertThat(ConsentProofPolicy.contains("CO")).as("T16").isTrue();
        assertThat(List.of("MX", "HT", "PS", "CU", "HN")).as("T16, R-CASL-16").noneMatch(ConsentProofPolicy::contains);
    }

    @Test
    void withdrawalOverridesImpliedBasesAndLaterConsentReopensItsPurposeOnly() {
        Ground member = Ground.computed(Basis.MEMBER, LocalDate.of(2019, 3, 15), null);
        Ground bought = Ground.computed(Basis.PURCHASE, LocalDate.of(2026, 2, 20), null);
        Withdrawal no = no(null, LocalDate.of(2026, 1, 10), 10);
        assertThat(ask(Purpose.NEWS, DAY, List.of(member, bought), List.of(no), null)
                        .reason())
                .as("R-CASL-12")
                .isEqualTo(ConsentReason.WITHDRAWN);
        Ground yes = yes(Purpose.NEWS, LocalDate.of(2026, 2, 1));
        assertThat(ask(Purpose.NEWS, DAY, List.of(member, yes), List.of(no), null)
                        .allowed())
                .isTrue();
        assertThat(ask(Purpose.EVENTS, DAY, List.of(member, yes), List.of(no), null)
                        .allowed())
                .isFalse();
        Ground signedBefore = new Ground(
                Basis.EXPRESS,
                ConsentChannel.MAIL,
                Purpose.NEWS,
                LocalDate.of(2026, 1, 5),
                null,
                Instant.parse("2026-01-20T00:00:00Z"));
        assertThat(ask(Purpose.NEWS, DAY, List.of(signedBefore), List.of(no), null)
                        .allowed())
                .as("a paper signed before the refusal and entered after it")
                .isFalse();
    }

    @Test
    void lastEntryOfOneDayCounts() {
        Withdrawal no = no(Purpose.NEWS, LocalDate.of(2026, 1, 10), 10);
        assertThat(ask(Purpose.NEWS, DAY, List.of(yes(Purpose.NEWS, no.day(), 9)), List.of(no), null)
                        .allowed())
                .isFalse();
        assertThat(ask(Purpose.NEWS, DAY, List.of(yes(Purpose.NEWS, no.day(), 11)), List.of(no), null)
                        .allowed())
                .isTrue();
    }

    @Test
    void withdrawalForOnePurposeKeepsOthersAndLegalNotices() {
        Ground member = Ground.computed(Basis.MEMBER, LocalDate.of(2019, 3, 15), null);
        Withdrawal toNews = no(Purpose.NEWS, LocalDate.of(2026, 1, 10), 10);
        assertThat(ask(Purpose.EVENTS, DAY, List.of(member), List.of(toNews), null)
                        .allowed())
                .isTrue();
        Withdrawal toAll = no(null, LocalDate.of(2026, 1, 10), 10);
        for (Purpose goesOn : List.of(Purpose.ACCOUNT, Purpose.NOTICE, Purpose.REPLY)) {
            assertThat(ask(goesOn, DAY, List.of(), List.of(toAll), null).allowed())
                    .as("R-CASL-11c, %s", goesOn)
                    .isTrue();
        }
        assertThat(ask(Purpose.NEWS, LocalDate.of(2026, 1, 9), List.of(member), List.of(toAll), null)
                        .allowed())
                .as("the day before")
                .isTrue();
    }

    @Test
    void appealNeedsItsOwnConsent() {
        Ground member = Ground.computed(Basis.MEMBER, LocalDate.of(2019, 3, 15), null);
        Ground news = yes(Purpose.NEWS, LocalDate.of(2025, 3, 15));
        assertThat(ask(Purpose.APPEALS, DAY, List.of(member, news), List.of(), null)
                        .reason())
                .as("R-L25-9")
                .isEqualTo(ConsentReason.OWN_CONSENT);
        Ground own = yes(Purpose.APPEALS, LocalDate.of(2025, 3, 15));
        assertThat(ask(Purpose.APPEALS, DAY, List.of(own), List.of(), null).allowed())
                .isTrue();
    }

    @Test
    void inheritedListGetsNoCommercialMessage() {
        Ground inherited = Ground.computed(Basis.UNKNOWN, LocalDate.of(2020, 1, 1), null);
        assertThat(on(inherited, DAY).reason()).as("R-CASL-11c").isEqualTo(ConsentReason.UNKNOWN);
        assertThat(ask(Purpose.NEWS, DAY, List.of(), List.of(), null).reason()).isEqualTo(ConsentReason.NOTHING);
    }

    @Test
    void referralIsBasisForOneDay() {
        Ground sent = Ground.computed(Basis.REFERRAL, DAY, null);
        assertThat(on(sent, DAY).allowed()).as("R-CASL-17").isTrue();
        assertThat(on(sent, DAY.plusDays(1)).allowed()).isFalse();
        assertThat(on(sent, DAY.minusDays(1)).allowed()).isFalse();
    }

    @Test
    void reportsTheBestBasis() {
        Ground ticket = Ground.computed(Basis.PURCHASE, LocalDate.of(2025, 6, 1), null);
        Ground inquiry = Ground.computed(Basis.INQUIRY, LocalDate.of(2026, 2, 1), null);
        Ground card = Ground.computed(Basis.DISCLOSED, LocalDate.of(2024, 1, 1), null);
        Ground yes = yes(Purpose.NEWS, LocalDate.of(2025, 3, 15));
        assertThat(ask(Purpose.NEWS, DAY, List.of(inquiry, ticket), List.of(), null)
                        .basis())
                .isEqualTo(Basis.PURCHASE);
        assertThat(ask(Purpose.NEWS, DAY, List.of(inquiry, card, ticket), List.of(), null)
                        .basis())
                .isEqualTo(Basis.DISCLOSED);
        assertThat(ask(Purpose.NEWS, DAY, List.of(card, yes, ticket), List.of(), null)
                        .basis())
                .isEqualTo(Basis.EXPRESS);
    }

    @Test
    void consentForMailIsNotForText() {
        ConsentDecision byText = ConsentPolicy.answer(
                new ConsentPolicy.ConsentQuestion(ConsentChannel.TEXT, Purpose.NEWS, DAY),
                List.of(yes(Purpose.NEWS, LocalDate.of(2025, 3, 15))),
                List.of(),
                null);
        assertThat(byText.allowed()).isFalse();
    }

    private static Ground yes(Purpose purpose, LocalDate day) {
        return yes(purpose, day, 12);
    }

    private static Ground yes(Purpose purpose, LocalDate day, int hour) {
        return new Ground(Basis.EXPRESS, ConsentChannel.MAIL, purpose, day, null, at(day, hour));
    }

    private static Withdrawal no(@Nullable Purpose purpose, LocalDate day, int hour) {
        return new Withdrawal(null, purpose, day, at(day, hour));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static ConsentDecision on(Ground ground, LocalDate day) {
        return ask(Purpose.NEWS, day, List.of(ground), List.of(), null);
    }

    private static ConsentDecision ask(
            Purpose purpose,
            LocalDate on,
            List<Ground> grounds,
            List<Withdrawal> withdrawals,
            @Nullable LocalDate charitySince) {
        return ConsentPolicy.answer(
                new ConsentPolicy.ConsentQuestion(ConsentChannel.MAIL, purpose, on),
                grounds,
                withdrawals,
                charitySince);
    }
}
