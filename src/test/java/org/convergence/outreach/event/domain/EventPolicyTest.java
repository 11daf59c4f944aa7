package org.convergence.outreach.event.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventPolicy.WaitingOrder;
import org.convergence.platform.currency.SalesTaxes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 14);

    /** Vector 7. */
    @Test
    void refusesToAnnounceDrawWithoutLicence() {
        assertThat(EventPolicy.reasonNotToOpen(facts(true, null, 100), DAY)).isEqualTo("event.refused.licence");
        assertThat(EventPolicy.reasonNotToOpen(facts(true, "T-123456", 100), DAY))
                .isNull();
        assertThat(EventPolicy.reasonNotToOpen(facts(false, null, null), DAY)).isEqualTo("event.refused.modes");
        assertThat(EventPolicy.reasonNotToOpen(facts(false, null, 1), DAY.plusDays(1)))
                .isEqualTo("event.refused.past");
    }

    /** Vector 6: needs of 2026-11-14 are told on the 20th, and no longer on the 21st. */
    @Test
    void tellsNeedsUntilTheSeventhDay() {
        assertThat(event().hasNeeds(LocalDate.of(2026, 11, 20))).isTrue();
        assertThat(event().hasNeeds(LocalDate.of(2026, 11, 21))).isFalse();
    }

    @Test
    void offersSeatsInOrderEachGroupWholeOrNotAtAll() {
        assertThat(EventPolicy.chooseOffers(waiting(2, 8, 3, 1), 6))
                .extracting(WaitingOrder::seats)
                .containsExactly(2, 3, 1);
        Random random = new Random(25);
        for (int i = 0; i < 500; i++) {
            int free = random.nextInt(40);
            List<WaitingOrder> waiting = waiting(random.ints(10, 1, 12).toArray());
            List<WaitingOrder> chosen = EventPolicy.chooseOffers(waiting, free);
            assertThat(chosen.stream().mapToInt(WaitingOrder::seats).sum()).isLessThanOrEqualTo(free);
            assertThat(waiting.stream().filter(chosen::contains).toList()).isEqualTo(chosen);
        }
    }

    @Test
    void keepsAnOfferTwoDaysButNotBeyondTheEvent() {
        Instant now = Instant.parse("2026-11-10T12:00:00Z");
        Instant far = now.plus(Duration.ofDays(4));
        assertThat(EventPolicy.offerEnd(now, far)).isEqualTo(now.plus(Duration.ofDays(2)));
        Instant near = now.plus(Duration.ofHours(20));
        assertThat(EventPolicy.offerEnd(now, near)).isEqualTo(near);
        assertThat(EventPolicy.offerEnd(now, now.minusSeconds(1))).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void holdsBackLettersAboutADayThatIsPast() {
        Instant posted = Instant.parse("2026-11-01T12:00:00Z");
        Event event = event();
        for (EventLetterKind kind : List.of(EventLetterKind.CONFIRMED, EventLetterKind.REMINDER)) {
            assertThat(EventPolicy.isStillTrue(kind.purpose(), posted, EventOrderState.CONFIRMED, event, DAY))
                    .isTrue();
            assertThat(EventPolicy.isStillTrue(
                            kind.purpose(), posted, EventOrderState.CONFIRMED, event, DAY.plusDays(1)))
                    .as("the day after")
                    .isFalse();
        }
    }

    @Test
    void keepsAnOfferUntilTheHourOfTheEventAlsoAfterAMove() {
        ZoneId zone = ZoneId.of("America/Toronto");
        Instant begins = Instant.parse("2026-11-14T23:30:00Z");
        Instant told = begins.minus(Duration.ofHours(30));
        Event event = event();
        assertThat(event.offerEnd(told, zone)).isEqualTo(begins);
        assertThat(event.movedOfferEnd(told, told.plus(Duration.ofHours(20)), zone))
                .isEqualTo(begins);
    }

    private static Event event() {
        return new Event(
                new EventId(new UUID(0, 1)),
                1,
                EventState.OPEN,
                facts(false, null, 10),
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                false);
    }

    @Test
    void leavesAnHourToAnOfferWhoseEventMovedToToday() {
        Instant told = Instant.parse("2026-11-10T12:00:00Z");
        Instant now = told.plus(Duration.ofHours(30));
        Instant today = told.plus(Duration.ofHours(20));
        assertThat(EventPolicy.movedOfferEnd(told, now.plus(Duration.ofDays(9)), now))
                .isEqualTo(told.plus(Duration.ofDays(2)));
        assertThat(EventPolicy.movedOfferEnd(told, today, now)).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    /** R-TAX-1: 100,00 $ gives 5,00 and 9,98, 114,98 in all. */
    @Test
    void roundsEachTaxToTheCent() {
        SalesTaxes taxes = SalesTaxes.ofPrice(new BigDecimal("100.00"));
        assertThat(taxes.gst()).isEqualTo("5.00");
        assertThat(taxes.qst()).isEqualTo("9.98");
    }

    private static List<WaitingOrder> waiting(int... seats) {
        return IntStream.of(seats)
                .mapToObj(each -> new WaitingOrder(new EventOrderId(UUID.randomUUID()), each))
                .toList();
    }

    static EventFacts facts(boolean draw, @Nullable String licence, @Nullable Integer seats) {
        return new EventFacts(
                "Soirée", DAY, "18:30", "Salle", seats, null, null, "", "", "", draw, licence, 8, null, null, null,
                null, null, null, "", "", false);
    }
}
