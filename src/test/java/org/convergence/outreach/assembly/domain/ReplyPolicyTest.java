package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyPolicyTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final PersonId HOLDER = new PersonId(new UUID(0, 1));
    private static final PersonId SUBSTITUTE = new PersonId(new UUID(0, 2));

    @Test
    void expectsTheHolderFirst() {
        assertThat(expected(ReplyAnswer.COMING, ReplyAnswer.COMING)).isEqualTo(AttendanceStatus.HOLDER);
        assertThat(expected(ReplyAnswer.COMING, ReplyAnswer.NOT_COMING)).isEqualTo(AttendanceStatus.HOLDER);
    }

    @Test
    void expectsTheSubstituteWhereOneIsAnnouncedOrComes() {
        assertThat(expected(ReplyAnswer.SUBSTITUTE, null)).isEqualTo(AttendanceStatus.SUBSTITUTE);
        assertThat(expected(ReplyAnswer.NOT_COMING, ReplyAnswer.COMING)).isEqualTo(AttendanceStatus.SUBSTITUTE);
        assertThat(expected(null, ReplyAnswer.COMING)).isEqualTo(AttendanceStatus.SUBSTITUTE);
    }

    @Test
    void doesNotCountAnAnnouncedSubstituteWhoCannotCome() {
        assertThat(expected(ReplyAnswer.SUBSTITUTE, ReplyAnswer.NOT_COMING)).isEqualTo(AttendanceStatus.EXCUSED);
        assertThat(isMissing(ReplyAnswer.NOT_COMING)).isTrue();
        assertThat(isMissing(ReplyAnswer.COMING)).isFalse();
        assertThat(isMissing(null)).isFalse();
    }

    private static boolean isMissing(@Nullable ReplyAnswer substitute) {
        Map<PersonId, MeetingReply> replies = new HashMap<>();
        put(replies, HOLDER, ReplyAnswer.SUBSTITUTE);
        put(replies, SUBSTITUTE, substitute);
        var seat = new SeatOnDay(new UUID(0, 3), 1, null, null, SINCE, null, mandate(HOLDER), mandate(SUBSTITUTE));
        return ReplyPolicy.isSubstituteMissing(List.of(seat), HOLDER, replies);
    }

    @Test
    void knowsNothingOfASilentHolder() {
        assertThat(expected(null, null)).isNull();
        assertThat(expected(null, ReplyAnswer.NOT_COMING)).isNull();
        assertThat(expected(ReplyAnswer.NOT_COMING, null)).isEqualTo(AttendanceStatus.EXCUSED);
    }

    @Test
    void expectsOnePersonForOneSeat() {
        SeatOnDay first = new SeatOnDay(new UUID(0, 3), 1, null, null, SINCE, null, mandate(HOLDER), null);
        SeatOnDay second =
                new SeatOnDay(new UUID(0, 5), 1, null, null, SINCE, null, mandate(SUBSTITUTE), mandate(HOLDER));
        Map<UUID, AttendanceStatus> expected =
                new HashMap<>(Map.of(first.id(), AttendanceStatus.HOLDER, second.id(), AttendanceStatus.SUBSTITUTE));
        ReplyPolicy.removeTwice(List.of(second, first), expected);
        assertThat(expected).containsExactly(Map.entry(first.id(), AttendanceStatus.HOLDER));
    }

    private static @Nullable AttendanceStatus expected(@Nullable ReplyAnswer holder, @Nullable ReplyAnswer substitute) {
        Map<PersonId, MeetingReply> replies = new HashMap<>();
        put(replies, HOLDER, holder);
        put(replies, SUBSTITUTE, substitute);
        var seat = new SeatOnDay(new UUID(0, 3), 1, null, null, SINCE, null, mandate(HOLDER), mandate(SUBSTITUTE));
        return ReplyPolicy.findExpected(seat, replies);
    }

    private static SeatOnDay.SeatMandate mandate(PersonId person) {
        return new SeatOnDay.SeatMandate(new UUID(0, 4), person, "Titulaire", SINCE, null);
    }

    private static void put(Map<PersonId, MeetingReply> replies, PersonId person, @Nullable ReplyAnswer answer) {
        if (answer != null) {
            replies.put(person, new MeetingReply(person.value(), answer, "", Instant.EPOCH, true));
        }
    }
}
