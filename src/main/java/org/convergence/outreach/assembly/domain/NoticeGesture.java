package org.convergence.outreach.assembly.domain;

import java.time.Instant;
import java.util.List;

/**
 * An action on notices already written, for the history of their meeting.
 *
 * @param who the name of the user who acted
 * @param gesture the name of the use case
 * @param people to how many people the notices are
 */
public record NoticeGesture(Instant at, String who, String gesture, int people) {

    /** Noted as delivered by post or by hand. */
    public static final String DELIVER = "assembly.deliver-notice";
    /** That note undone. */
    public static final String UNDO_DELIVERY = "assembly.undo-notice-delivery";
    /** Taken back before they left. */
    public static final String TAKE_BACK = "assembly.take-back-notice";

    /** Their names. */
    public static final List<String> NAMES = List.of(DELIVER, UNDO_DELIVERY, TAKE_BACK);
}
