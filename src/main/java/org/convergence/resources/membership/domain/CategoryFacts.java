package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.resources.membership.MemberKind;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a category.
 *
 * @param code in the by-laws (« A »), unique
 * @param source the by-law and its article; {@code null} if not stated
 * @param leastHeadcount the smallest headcount of its organisations; {@code null} for no limit
 * @param endedOn the last day of admissions; {@code null} while it is open
 */
public record CategoryFacts(
        String code,
        String name,
        MemberKind kind,
        @Nullable String description,
        @Nullable String source,
        @Nullable Integer leastHeadcount,
        @Nullable LocalDate endedOn) {

    /** The pattern of a code. */
    public static final String CODE = "[A-Z0-9]{1,10}";

    /** The largest headcount. */
    public static final int MOST = 10_000_000;

    public CategoryFacts {
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException("a code is one to ten capitals or figures");
        }
        if (leastHeadcount != null && kind != MemberKind.ORGANISATION) {
            throw new IllegalArgumentException("a person has no headcount");
        }
    }
}
