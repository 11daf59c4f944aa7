package org.convergence.resources.delegation.domain;

import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;

/** The reason for a member's delegates and votes, in the words of public pages and of letters to the member. */
public final class DelegationReason {

    private DelegationReason() {}

    /** Empty if no table applies. */
    public static String format(Delegation it, Words t) {
        Bylaw bylaw = it.bylaw();
        return switch (it.right().ground()) {
            case SUSPENDED -> t.say("public.delegation.suspended");
            case NO_HEADCOUNT -> t.say("public.delegation.no-headcount");
            case NO_TABLE -> "";
            case TABLE -> {
                if (bylaw == null) {
                    yield "";
                }
                yield it.used() == null || bylaw.table().isSameForAll()
                        ? t.say("public.delegation.table", bylaw.since())
                        : t.say(
                                "public.delegation.counted",
                                bylaw.since(),
                                it.used().headcount().facts().number());
            }
        };
    }
}
