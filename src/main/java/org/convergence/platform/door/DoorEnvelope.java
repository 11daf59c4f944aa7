package org.convergence.platform.door;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.door.DoorSource.DoorOutcome;
import org.jspecify.annotations.Nullable;

/** What a phone sends, and the answer. */
public final class DoorEnvelope {

    private DoorEnvelope() {}

    /** An entry as a phone sends it: a {@link SentMove} as JSON, encrypted with the link's public key, in Base64. */
    public record SealedMove(@Nullable String sealed) {}

    /**
     * One move of some guests.
     *
     * @param guests of ADD, the group
     * @param alias the id that the phone gives to a guest that it adds
     * @param at milliseconds since 1970 by the clock of the phone
     * @param offset milliseconds to add, as measured when the list was loaded
     */
    public record SentMove(
            @Nullable String move,
            @Nullable List<String> guests,
            @Nullable String alias,
            @Nullable String name,
            @Nullable Boolean letterSeen,
            @Nullable BigDecimal at,
            @Nullable BigDecimal offset) {}

    /**
     * What became of a guest of an entry.
     *
     * @param sent the id that the phone used
     * @param guest its id here
     * @param text in words, if there is something to say
     */
    public record MoveAnswer(
            UUID sent,
            UUID guest,
            DoorOutcome outcome,
            @Nullable String text) {}

    /** An answer to a phone: the envelope that it may delete, or that it must forget everything. */
    public record MoveReceipt(int sequence, boolean forget, List<MoveAnswer> answers, List<String> figures) {}
}
