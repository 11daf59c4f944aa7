package org.convergence.outreach.assembly.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The replies of guests who hold no seat, such as delegates of members; contributed by the module that convenes them by
 * {@link MeetingReplyService#completeGuestLetter}.
 */
public interface GuestReplySource {

    /** The name of a guest, and the address of its letters, {@code null} for none. */
    record GuestContact(String name, @Nullable String mail) {}

    /** How a guest is reached; empty if the guest is not convened any more. */
    Optional<GuestContact> findContact(UUID guest);

    /** The last reply of a guest; empty for none. */
    Optional<MeetingReply> findReply(UUID guest);

    /**
     * Saves a reply, which replaces the one before.
     *
     * @throws Refused if the guest is not convened any more, or has no substitute to announce
     */
    void saveReply(UUID guest, ReplyAnswer answer, String words);
}
