package org.convergence.outreach.assembly.domain;

import java.util.List;
import org.convergence.plan.actionplan.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a body.
 *
 * @param name 1 to 200 characters
 * @param code prefix of its resolution numbers, in capitals
 * @param specialCode the same for special meetings; {@code null} for the usual one
 * @param standing the titles of the standing items of its agendas, in order (R-GOV-13)
 * @param line the line of the plan that its meetings and resolutions serve; {@code null} for the proposed one
 */
public record BodyFacts(
        String name,
        String code,
        @Nullable String specialCode,
        BodyKind kind,
        List<String> standing,
        @Nullable ActionId line) {

    /** The pattern of a code. */
    public static final String CODE = "[A-Z][A-Z0-9]{0,9}";

    /** The largest number of standing items. */
    public static final int MOST_STANDING = 60;

    public BodyFacts {
        standing = List.copyOf(standing);
        if (!code.matches(CODE) || (specialCode != null && !specialCode.matches(CODE)) || code.equals(specialCode)) {
            throw new IllegalArgumentException("a code is short and in capitals");
        }
    }
}
