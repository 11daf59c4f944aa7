package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.resources.membership.MemberKind;
import org.jspecify.annotations.Nullable;

/**
 * What a category is.
 *
 * @param code as the by-laws call it (« A »), unique
 * @param source the by-law and its article, {@code null} where it is not said
 * @param leastHeadcount how many people an organisation of it has, at least; {@code null} for any number
 * @param endedOn the last day on which one could be admitted to it, {@code null} while one can
 */
public record CategoryFacts(
        String code,
        String name,
        MemberKind kind,
        @Nullable String description,
        @Nullable String source,
        @Nullable Integer leastHeadcount,
        @Nullable LocalDate endedOn) {

    /** What a code is made of. */
    public static final String CODE = "[A-Z0-9]{1,10}";

    /** The most people that an organisation has. */
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
